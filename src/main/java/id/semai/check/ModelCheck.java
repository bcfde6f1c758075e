package id.semai.check;

import id.semai.engine.ModelLanguage;
import id.semai.engine.ModelParser;
import id.semai.people.RoleIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Says what is wrong with models before anybody runs them. Nothing of a file is executed or instantiated: only a file
 * that holds nothing but what the allow list knows is given to the engine's parsers.
 */
@Service
public class ModelCheck {

    private static final Pattern HIDDEN = Pattern.compile("(.*/)?[.~][^/]*(/.*)?|.*(~|\\.bak|\\.tmp|\\.swp)");
    private static final Pattern MODEL = Pattern.compile("([^.~/][^/]*/)*[^.~/][^/]*\\.(bpmn|dmn|form)");
    private static final Pattern BESIDE = Pattern.compile("(?i).*\\.(md|png|jpe?g|svg|txt)");
    private static final Pattern PAGE = Pattern.compile("(?i).*\\.(x?html?|js|mjs)");
    private static final Pattern REFUSED = Pattern.compile("(?i).*\\.(cmmn|xml|bpmn|dmn|form|jar|class|groovy|py|rb)");

    private final ModelParser engine = new ModelParser();
    private final List<Rules> rules;
    private final ExpressionRules expressions;

    public ModelCheck(ModelLanguage language, RoleIds roles) {
        expressions = new ExpressionRules(language);
        rules = List.of(
                new ProcessRules(),
                new MarkerRules(),
                new StageRules(),
                new TaskRules(new TreeSet<>(roles.ids())),
                new ReferenceRules(),
                new TimerRules(),
                new VariableRules(expressions),
                new FlowRules(),
                new DiagramRules());
    }

    /** All files of a folder by their names relative to it (slashes); nothing of them is executed or instantiated. */
    public List<Finding> check(Map<String, byte[]> files) {
        return check(files, Map.of());
    }

    /**
     * @param around what is there besides: files may refer to it, and it is not judged; a file of the same name is left
     *     out of it
     */
    public List<Finding> check(Map<String, byte[]> files, Map<String, byte[]> around) {
        return check(files, around, Language.ID);
    }

    /** As a deployment, which has no file beside the models, and in which the engine runs whatever it knows. */
    List<Finding> deployment(Map<String, byte[]> files, Map<String, byte[]> deployed) {
        List<Finding> findings = new ArrayList<>();
        files.keySet().stream().filter(name -> !MODEL.matcher(name).matches()).forEach(name -> {
            Report report = new Report(name, Language.ID);
            report.add(PAGE.matcher(name).matches() ? Rule.FILE_HTML : Rule.FILE_KIND, 0, null, null);
            findings.addAll(report.findings());
        });
        findings.addAll(check(files, without(files.keySet(), deployed)));
        return findings.stream().distinct().toList();
    }

    /** A file of the same name in whatever folder is an older version. */
    private static Map<String, byte[]> without(Set<String> names, Map<String, byte[]> deployed) {
        Map<String, byte[]> others = new TreeMap<>(deployed);
        names.forEach(name -> others.remove(name.substring(name.lastIndexOf('/') + 1)));
        return others;
    }

    List<Finding> check(Map<String, byte[]> files, Map<String, byte[]> around, Language language) {
        Map<String, byte[]> others = new TreeMap<>(around);
        others.keySet().removeAll(files.keySet());
        Folder folder = new Folder(
                Stream.concat(files.keySet().stream(), others.keySet().stream()).collect(Collectors.toSet()));
        List<Read> judged = new TreeMap<>(files)
                .entrySet().stream()
                        .map(file -> read(file.getKey(), file.getValue(), folder, language))
                        .toList();
        others.forEach((name, content) -> read(name, content, folder, language));
        List<Finding> findings = new ArrayList<>();
        for (Read file : judged) {
            guarded(file.report, () -> judge(file, folder));
            findings.addAll(file.report.findings());
        }
        return findings;
    }

    private static Read read(String name, byte[] content, Folder folder, Language language) {
        Read file = new Read(new Report(name, language), content);
        if (!HIDDEN.matcher(name).matches()) {
            guarded(file.report, () -> file.read(folder));
        }
        return file;
    }

    /** What surprises us is refused rather than let through. */
    private static void guarded(Report report, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | StackOverflowError surprise) {
            report.add(Rule.FILE_UNREADABLE, 0, null, null, surprise.toString());
        }
    }

    private void judge(Read file, Folder folder) {
        if (file.form != null) {
            FormRules.look(file.form, file.content, file.report);
        } else if (file.model != null) {
            process(file, folder);
        } else if (file.decision != null) {
            AllowList.look(file.decision, file.report);
            DecisionRules.look(file.decision, file.content, file.report);
        }
    }

    /** What is not allowed is seldom in the schema either, which is not told twice. */
    private void process(Read file, Folder folder) {
        AllowList.look(file.model.root(), file.report);
        expressions.look(file.model, folder);
        boolean allowed = !file.report.hasErrors();
        Report faults = allowed ? file.report : new Report(file.report.file(), Language.ID);
        BpmnSchema.look(file.content, faults);
        if (faults.hasErrors()) {
            return;
        }
        rules.forEach(subject -> subject.look(file.model, folder));
        if (allowed && !file.report.hasErrors()) {
            engine.complaints(file.report.file(), file.content)
                    .forEach(complaint -> file.report.add(
                            Rule.ENGINE_PARSE, complaint.line(), complaint.element(), null, complaint.sentence()));
        }
    }

    /** A file as far as it could be read. */
    private static final class Read {

        private final Report report;
        private final byte[] content;
        private Bpmn model;
        private XmlElement decision;
        private JsonForm form;

        Read(Report report, byte[] content) {
            this.report = report;
            this.content = content;
        }

        void read(Folder folder) {
            String name = report.file();
            if (content.length > XmlReader.MOST_BYTES) {
                report.add(Rule.FILE_LIMIT, 0, null, null, "> " + XmlReader.MOST_BYTES + " B");
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
            if (PAGE.matcher(name).matches()) {
                report.add(Rule.FILE_HTML, 0, null, null);
            } else if (REFUSED.matcher(name).matches()) {
                report.add(Rule.FILE_KIND, 0, null, null);
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
    }
}
