package id.semai.dashboard;

/** The newest release of a process, with its diagram as BPMN 2.0 XML. */
public record ModelFacts(String processKey, String processName, int version, long at, String diagram, long sequence) {}
