package id.semai.journal;

import java.io.PrintStream;

/** Where a command speaks: results on one stream, its progress on another, so that results can be kept in a file. */
record Terminal(PrintStream results, PrintStream progress, boolean interactive) {

    void say(String text) {
        results.println(text);
    }

    Progress progress(String what, long total) {
        return new Progress(what, total, progress, interactive);
    }
}
