package id.semai.changes;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How a file is read, by the ending of its name. */
enum FileKind {
    BPMN(".bpmn") {
        @Override
        String canonical(byte[] content) throws Unreadable {
            return BpmnEssence.read(content).canonical();
        }

        @Override
        Inventory inventory(byte[] content, UnaryOperator<String> roles) throws Unreadable {
            return BpmnParts.of(BpmnEssence.read(content), roles);
        }
    },
    DMN(".dmn") {
        @Override
        String canonical(byte[] content) throws Unreadable {
            return DmnEssence.read(content).canonical();
        }

        @Override
        Inventory inventory(byte[] content, UnaryOperator<String> roles) throws Unreadable {
            return DmnParts.of(DmnEssence.read(content));
        }
    },
    FORM(".form") {
        @Override
        String canonical(byte[] content) throws Unreadable {
            return FormEssence.canonical(FormEssence.read(content));
        }

        @Override
        Inventory inventory(byte[] content, UnaryOperator<String> roles) throws Unreadable {
            return FormParts.of(FormEssence.read(content));
        }
    },
    OTHER("") {
        @Override
        String canonical(byte[] content) throws Unreadable {
            throw new Unreadable("of no kind that is known", null);
        }

        @Override
        Inventory inventory(byte[] content, UnaryOperator<String> roles) throws Unreadable {
            throw new Unreadable("of no kind that is known", null);
        }
    };

    private final String ending;

    FileKind(String ending) {
        this.ending = ending;
    }

    static FileKind of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.endsWith(kind.ending))
                .findFirst()
                .orElseThrow();
    }

    /** Equal for two contents, if and only if they mean the same. */
    abstract String canonical(byte[] content) throws Unreadable;

    /** @param roles what people call a role, by its id */
    abstract Inventory inventory(byte[] content, UnaryOperator<String> roles) throws Unreadable;
}
