package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;

/** A file is named after what is in it, so that people find it. */
final class FileNames {

    private FileNames() {}

    static void check(XmlElement owner, Report report) {
        check(owner.id(), owner.line(), report);
    }

    static void check(String id, int line, Report report) {
        if (!nameOf(report.file()).equals(id)) {
            report.add(Rule.FILE_NAME, line, id, null, id == null ? "" : id);
        }
    }

    /** Without folders and ending. */
    static String nameOf(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int ending = name.lastIndexOf('.');
        return ending < 0 ? name : name.substring(0, ending);
    }
}
