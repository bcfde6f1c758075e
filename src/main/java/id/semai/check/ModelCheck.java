package id.semai.check;

import id.semai.engine.ModelLanguage;
import id.semai.engine.ModelParser;
import id.semai.people.RoleIds;
import id.semai.rulebook.Finding;
import id.semai.rulebook.Language;
import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
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

    /** A larger file is refused unread. */
    public static final int MOST_BYTES = XmlReader.MOST_BYTES;

    private static final Pattern HIDDEN = Pattern.compile("(.*/)?[.~][^/]*(/.*)?|.*(~|\\.bak|\\.tmp|\\.swp)");
    private static final Pattern MODEL = Pattern.compile("([^.~/][^/]*/)*[^.~/][^/]*\\.(bpmn|dmn|form)");

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

    /** Loads the parsers of decisions, which takes as long as all the rest of a check. */
    public static void prepareDecisions() {
        DecisionRules.prepare();
    }

    public static void prepareProcesses() {
        BpmnSchema.prepare();
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
            ReadFile.refuse(report);
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

    public List<Finding> check(Map<String, byte[]> files, Map<String, byte[]> around, Language language) {
        Map<String, byte[]> others = new TreeMap<>(around);
        others.keySet().removeAll(files.keySet());
        Folder folder = new Folder(
                Stream.concat(files.keySet().stream(), others.keySet().stream()).collect(Collectors.toSet()));
        List<ReadFile> judged = new TreeMap<>(files)
                .entrySet().stream()
                        .map(file -> read(file.getKey(), file.getValue(), folder, language))
                        .toList();
        others.forEach((name, content) -> read(name, content, folder, language));
        List<Finding> findings = new ArrayList<>();
        for (ReadFile file : judged) {
            guarded(file.report(), () -> judge(file, folder));
            findings.addAll(file.report().findings());
        }
        return findings;
    }

    private static ReadFile read(String name, byte[] content, Folder folder, Language language) {
        ReadFile file = new ReadFile(new Report(name, language), content);
        if (!HIDDEN.matcher(name).matches()) {
            guarded(file.report(), () -> file.read(folder));
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

    private void judge(ReadFile file, Folder folder) {
        if (file.form() != null) {
            FormRules.look(file.form(), file.content(), file.report());
        } else if (file.model() != null) {
            process(file, folder);
        } else if (file.decision() != null) {
            AllowList.look(file.decision(), file.report());
            DecisionRules.look(file.decision(), file.content(), file.report());
        }
    }

    /** What is not allowed is seldom in the schema either, which is not told twice. */
    private void process(ReadFile file, Folder folder) {
        AllowList.look(file.model().root(), file.report());
        expressions.look(file.model(), folder);
        boolean allowed = !file.report().hasErrors();
        Report faults = allowed ? file.report() : new Report(file.report().file(), Language.ID);
        BpmnSchema.look(file.content(), faults);
        if (faults.hasErrors()) {
            return;
        }
        rules.forEach(subject -> subject.look(file.model(), folder));
        if (allowed && !file.report().hasErrors()) {
            engine.complaints(file.report().file(), file.content()).forEach(complaint -> file.report()
                    .add(Rule.ENGINE_PARSE, complaint.line(), complaint.element(), null, complaint.sentence()));
        }
    }
}
