package id.semai.people;

import java.util.List;

/**
 * What somebody does, in whichever unit; the engine's candidate group of the same id.
 *
 * @param works keys of the processes whose tasks it may work on, as far as it is a candidate
 * @param reads keys of the processes it may look at without seeing their tasks
 * @param starts keys of the processes it may start
 * @param allTasks whether it is offered the filter of all tasks it may see
 */
record Role(
        String id,
        String name,
        Scope scope,
        List<String> works,
        List<String> reads,
        List<String> starts,
        boolean allTasks) {

    Role {
        works = List.copyOf(works);
        reads = List.copyOf(reads);
        starts = List.copyOf(starts);
    }

    /** Whoever has a grant on a process of any kind may look at how it runs. */
    boolean looksAt(String process) {
        return works.contains(process) || reads.contains(process) || starts.contains(process);
    }

    /** How far a role sees. */
    enum Scope {
        UNIT,
        GOVERNMENT,
        SYSTEM
    }
}
