package id.semai.engine;

/** What moves running cases to other versions of their processes, beside the people who work on them. */
public interface Relocation {

    /** Whether cases are moved now, or were a moment ago. */
    boolean isUnderWay();
}
