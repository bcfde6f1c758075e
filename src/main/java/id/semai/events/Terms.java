package id.semai.events;

import id.semai.dashboard.Happening;

/** What the contract promises of the events that a board knows. Of others it asks nothing. */
final class Terms {

    private Terms() {}

    /** @throws NoEvent naming the first promise that is not kept */
    static void require(Told told) {
        if (told.is(Told.UNIT)) {
            ofUnit(told);
        } else if (told.is(Told.MODEL)) {
            ofModel(told);
        } else if (told.what() != Happening.OTHER) {
            ofInnovation(told);
        }
    }

    private static void ofInnovation(Told told) {
        sameSubject(told, "innovationId", "");
        sameSequence(told);
        text(told, "title");
        text(told, "government");
        text(told, "unit");
        positive(told, "cycleYear");
        switch (told.what()) {
            case ENTERED, COMPLETED, CANCELLED, OVERDUE -> {
                text(told, "stage");
                positive(told, "visit");
                told.time("dueAt");
            }
            case FINISHED -> text(told, "outcome");
            default -> {}
        }
    }

    private static void ofUnit(Told told) {
        sameSubject(told, "unit", "");
        sameSequence(told);
        text(told, "unitName");
        text(told, "unitKind");
        text(told, "government");
        text(told, "governmentName");
    }

    private static void ofModel(Told told) {
        sameSubject(told, "processKey", Told.MODEL_KEY);
        sameSequence(told);
        positive(told, "processVersion");
        text(told, "diagram");
    }

    private static void sameSubject(Told told, String name, String prefix) {
        if (!told.subject().equals(prefix + text(told, name))) {
            throw new NoEvent("«" + name + "» bukan «subject»");
        }
    }

    private static void sameSequence(Told told) {
        if (told.number("sequence") != told.sequence()) {
            throw new NoEvent("nomor urut dalam «data» berbeda dari yang di amplop");
        }
    }

    private static String text(Told told, String name) {
        String text = told.text(name);
        if (text == null || text.isBlank()) {
            throw new NoEvent("tanpa «" + name + "»");
        }
        return text;
    }

    private static void positive(Told told, String name) {
        if (told.number(name) < 1) {
            throw new NoEvent("tanpa «" + name + "»");
        }
    }
}
