package id.semai.rulebook;

/** Where in a file something is found. */
public interface Place {

    /** 1-based; 0 if unknown. */
    int line();

    /** Null if it has none. */
    String id();

    /** As people read it; null if it has none. */
    String name();
}
