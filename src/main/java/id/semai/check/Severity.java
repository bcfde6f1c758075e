package id.semai.check;

/** What is an error is not deployed; a warning is told and does no harm. */
public enum Severity {
    ERROR,
    WARNING
}
