package id.semai.handover;

import java.util.List;

/**
 * What an overseer wants done, as the page sends it.
 *
 * @param note needed for {@link Reason#OTHER}
 * @param tasks their ids
 */
record Order(String giver, String receiver, Reason reason, String note, List<String> tasks) {

    private static final int LONGEST_NOTE = 500;
    private static final int MOST_TASKS = 200;

    Order {
        giver = giver == null ? "" : giver.strip();
        receiver = receiver == null ? "" : receiver.strip();
        note = note == null || note.isBlank() ? null : note.strip();
        tasks = tasks == null ? List.of() : tasks.stream().distinct().toList();
    }

    /** What is missing or too much, as a sentence; null if nothing is. */
    String fault() {
        if (giver.isEmpty() || receiver.isEmpty() || isUnstorable(giver) || isUnstorable(receiver)) {
            return "Pilih siapa yang menyerahkan dan siapa yang menerima.";
        }
        if (tasks.isEmpty() || tasks.contains(null) || tasks.stream().anyMatch(Order::isUnstorable)) {
            return "Pilih sekurangnya satu tugas.";
        }
        if (tasks.size() > MOST_TASKS) {
            return "Serahkan paling banyak " + MOST_TASKS + " tugas sekaligus.";
        }
        if (reason == null) {
            return "Pilih alasan serah terima.";
        }
        if (reason == Reason.OTHER && note == null) {
            return "Tuliskan alasannya pada keterangan.";
        }
        return note != null && (note.length() > LONGEST_NOTE || isUnstorable(note))
                ? "Keterangan paling panjang " + LONGEST_NOTE + " huruf."
                : null;
    }

    /** PostgreSQL keeps no such text, and no id holds it. */
    static boolean isUnstorable(String text) {
        return text.indexOf('\0') >= 0;
    }
}
