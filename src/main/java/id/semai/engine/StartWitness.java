package id.semai.engine;

/** Hears, in the transaction of the start itself, that a person has started a process. */
public interface StartWitness {

    /** @param process key of its definition */
    void started(String process, String person);
}
