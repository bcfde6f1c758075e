package id.semai.check;

import id.semai.engine.ModelLanguage;
import id.semai.rulebook.Report;
import id.semai.rulebook.Rule;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;

/** What expressions may be made of, read by the engine's own parser; wherever a file holds one, the engine may look. */
final class ExpressionRules implements Rules {

    static final Set<String> DELEGATES = new TreeSet<>(Set.of(
            "closeSilent",
            "collectCommitments",
            "freezeBaseline",
            "listUnits",
            "openSigning",
            "recordPaperSignatures",
            "remind",
            "startJourney",
            "tellWorkshop"));

    private static final int LONGEST = 500;
    private static final Pattern DELEGATE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final String DELEGATE_EXPRESSION = "camunda:delegateExpression";

    private static final Set<Object> OPERATORS = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE,
            AstUnary.NOT,
            AstUnary.EMPTY);
    private static final Set<Class<?>> HARMLESS = Set.of(
            AstEval.class,
            AstComposite.class,
            AstText.class,
            AstNested.class,
            AstParameters.class,
            AstString.class,
            AstNumber.class,
            AstBoolean.class,
            AstNull.class);

    /** Names that the engine itself resolves to more than a variable. */
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "caseExecution", "externalTask");

    private final ModelLanguage language;

    ExpressionRules(ModelLanguage language) {
        this.language = language;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    @Override
    public void look(Bpmn model, Folder folder) {
        model.root().all().forEach(element -> look(element, model.report()));
        model.each("bpmn:serviceTask")
                .filter(task ->
                        !task.has(DELEGATE_EXPRESSION) && !task.has("camunda:type") && !task.has("camunda:class"))
                .filter(task -> !task.has("camunda:topic"))
                .forEach(task -> model.report().add(Rule.DELEGATE_UNKNOWN, task, "", DELEGATES));
    }

    private void look(XmlElement element, Report report) {
        Stream.concat(element.attributes().values().stream(), Stream.of(element.text()))
                .map(String::strip)
                .filter(ExpressionRules::isExpression)
                .forEach(text -> look(text, element, report));
        String delegate = element.attribute(DELEGATE_EXPRESSION);
        if (delegate != null && !namesADelegate(delegate)) {
            report.add(Rule.DELEGATE_UNKNOWN, element, delegate, DELEGATES);
        }
    }

    private static boolean namesADelegate(String expression) {
        Matcher named = DELEGATE.matcher(expression);
        return named.matches() && DELEGATES.contains(named.group(1));
    }

    private void look(String text, XmlElement element, Report report) {
        Place place = new Place(text, owner(element), element.line(), report);
        Tree tree = parse(text, place);
        if (tree != null) {
            walk(tree.getRoot(), place);
        }
    }

    /** Null if it cannot be read, which is told. */
    private Tree parse(String text, Place place) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("> " + LONGEST + " huruf (letters)");
            }
            return language.parse(text);
        } catch (IllegalArgumentException unreadable) {
            place.tell(Rule.EXPRESSION_SYNTAX, unreadable.getMessage());
            return null;
        }
    }

    private void walk(Node node, Place place) {
        if (node instanceof AstDot || node instanceof AstBracket) {
            property(node, place);
        } else if (node instanceof AstIdentifier name) {
            if (OF_THE_ENGINE.contains(name.getName())) {
                place.tell(Rule.EXPRESSION_FORM, name.getName());
            }
        } else {
            operation(node, place);
            children(node).forEach(child -> walk(child, place));
        }
    }

    private void operation(Node node, Place place) {
        if (node instanceof AstFunction function) {
            function(function, place);
        } else if (!isHarmless(node)) {
            place.tell(Rule.EXPRESSION_FORM, String.valueOf(node));
        }
    }

    private static boolean isHarmless(Node node) {
        if (node instanceof AstUnary unary) {
            return OPERATORS.contains(unary.getOperator())
                    || unary.getOperator() == AstUnary.NEG && unary.getChild(0) instanceof AstNumber;
        }
        return node instanceof AstBinary binary
                ? OPERATORS.contains(binary.getOperator())
                : HARMLESS.contains(node.getClass());
    }

    /** Of a variable, by a name or number that stands there; of {@code execution} only what is allowed. */
    private void property(Node node, Place place) {
        Node prefix = node.getChild(0);
        String name = node instanceof AstDot ? node.toString().replaceFirst("^\\.\\s*", "") : literal(node.getChild(1));
        boolean ofExecution =
                prefix instanceof AstIdentifier identifier && OF_THE_ENGINE.contains(identifier.getName());
        if (name == null
                || name.equals("class")
                || ofExecution
                        && !(isExecution(prefix)
                                && language.executionProperties().contains(name))) {
            place.tell(Rule.EXPRESSION_FORM, name == null ? node.toString() : name);
        } else if (!ofExecution && isVariable(prefix)) {
            walk(prefix, place);
        } else if (!ofExecution) {
            place.tell(Rule.EXPRESSION_FORM, name);
        }
    }

    private static boolean isVariable(Node prefix) {
        return prefix instanceof AstIdentifier || prefix instanceof AstDot || prefix instanceof AstBracket;
    }

    private static boolean isExecution(Node prefix) {
        return ((AstIdentifier) prefix).getName().equals("execution");
    }

    private static String literal(Node node) {
        return node instanceof AstString || node instanceof AstNumber
                ? node.toString().replaceAll("^[\"']|[\"']$", "")
                : null;
    }

    private void function(AstFunction function, Place place) {
        Integer arguments = language.functions().get(function.getName());
        if (arguments == null || arguments != function.getParamCount()) {
            place.tell(
                    Rule.EXPRESSION_FUNCTION,
                    function.getName(),
                    language.functions().keySet());
        } else if (Set.of("deadline", "duration").contains(function.getName())) {
            String span = literal(function.getChild(0).getChild(0));
            if (span != null && !language.isDuration(span)) {
                place.report.add(Rule.DURATION_UNKNOWN, place.line, place.owner.id(), place.owner.name(), span);
            }
        }
    }

    private static Stream<Node> children(Node node) {
        return Stream.iterate(0, next -> next < node.getCardinality(), next -> next + 1)
                .map(node::getChild)
                .map(Node.class::cast)
                .filter(child -> child != null);
    }

    /** Names that an expression looks at; empty if it cannot be read. */
    Set<String> variables(String text) {
        Set<String> names = new TreeSet<>();
        try {
            if (text.length() <= LONGEST) {
                StreamSupport.stream(language.parse(text).getIdentifierNodes().spliterator(), false)
                        .map(IdentifierNode::getName)
                        .forEach(names::add);
            }
        } catch (IllegalArgumentException told) {
            return Set.of();
        }
        return names;
    }

    private static XmlElement owner(XmlElement element) {
        XmlElement owner = element;
        while (owner.id() == null && owner.parent() != null) {
            owner = owner.parent();
        }
        return owner;
    }

    private record Place(String text, XmlElement owner, int line, Report report) {

        void tell(Rule rule, Object... words) {
            Object[] all = Stream.concat(Stream.of(text), Stream.of(words)).toArray();
            report.add(rule, line, owner.id(), owner.name(), all);
        }
    }
}
