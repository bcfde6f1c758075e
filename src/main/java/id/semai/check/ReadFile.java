package id.semai.check;

import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.regex.Pattern;

/** A file as far as it could be read. */
final class ReadFile {

    private static final Pattern BESIDE = Pattern.compile("(?i).*\\.(md|png|jpe?g|svg|txt)");
    private static final Pattern PAGE = Pattern.compile("(?i).*\\.(x?html?|js|mjs)");
    private static final Pattern REFUSED = Pattern.compile("(?i).*\\.(cmmn|xml|bpmn|dmn|form|jar|class|groovy|py|rb)");

    private final Report report;
    private final byte[] content;
    private Bpmn model;
    private XmlElement decision;
    private JsonForm form;

    ReadFile(Report report, byte[] content) {
        this.report = report;
        this.content = content;
    }

    void read(Folder folder) {
        String name = report.file();
        if (content.length > ModelCheck.MOST_BYTES) {
            report.add(Rule.FILE_LIMIT, 0, null, null, "> " + ModelCheck.MOST_BYTES + " B");
        } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
            xml(name.endsWith(".bpmn") ? "bpmn:definitions" : "dmn:definitions", folder);
        } else if (name.endsWith(".form")) {
            form = JsonForm.read(content, report);
            if (form != null) {
                folder.addForm(form, report);
            }
        } else {
            kind(name);
        }
    }

    private void kind(String name) {
        if (PAGE.matcher(name).matches() || REFUSED.matcher(name).matches()) {
            refuse(report);
        } else if (!BESIDE.matcher(name).matches()) {
            report.add(Rule.FILE_UNKNOWN, 0, null, null);
        }
    }

    private void xml(String expected, Folder folder) {
        XmlElement root = XmlReader.read(content, report);
        if (root != null && !root.is(expected)) {
            report.add(Rule.NAMESPACE, root, root.kind());
        } else if (root != null && expected.startsWith("bpmn:")) {
            model = new Bpmn(report, root);
            folder.addProcess(model);
        } else if (root != null) {
            decision = root;
            root.children("dmn:decision")
                    .filter(each -> each.id() != null)
                    .forEach(each -> folder.addDecision(each.id(), report));
        }
    }

    static void refuse(Report report) {
        boolean isPage = PAGE.matcher(report.file()).matches();
        report.add(isPage ? Rule.FILE_HTML : Rule.FILE_KIND, 0, null, null);
    }

    Report report() {
        return report;
    }

    byte[] content() {
        return content;
    }

    /** Null if it is none. */
    Bpmn model() {
        return model;
    }

    /** Null if it is none. */
    XmlElement decision() {
        return decision;
    }

    /** Null if it is none. */
    JsonForm form() {
        return form;
    }
}
