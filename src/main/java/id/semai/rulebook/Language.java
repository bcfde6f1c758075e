package id.semai.rulebook;

/** What the sentences are written in. */
public enum Language {
    ID,
    EN
}
