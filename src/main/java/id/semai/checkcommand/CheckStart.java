package id.semai.checkcommand;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Starts {@code java -jar semai.jar check}. In the jar a class is looked for in one library after the other, of which there
 * are two hundred, and that is most of the time a check takes; so the few that it needs come first.
 */
public final class CheckStart {

    private static final String WORD = "check";

    /** The beginnings of the names of libraries, the most asked first. */
    private static final List<String> NEEDED = List.of(
            "camunda-engine-7",
            "feel-engine",
            "jackson-databind",
            "spring-core",
            "spring-boot-3",
            "camunda-dmn-model",
            "snakeyaml",
            "jackson-core",
            "camunda-juel",
            "camunda-xml-model",
            "camunda-engine-dmn",
            "spring-context-6",
            "spring-beans",
            "logback-core",
            "logback-classic",
            "slf4j-api",
            "jackson-annotations",
            "camunda-bpmn-model",
            "camunda-engine-feel",
            "camunda-commons",
            "camunda-typed-values",
            "spring-jcl");

    private CheckStart() {}

    public static boolean meant(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD);
    }

    /** Runs the command to its end and returns the exit code of the process. */
    public static int run(String[] arguments) {
        ClassLoader nearest = neededFirst(CheckStart.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(nearest);
        try {
            return (int) Class.forName("id.semai.checkcommand.CheckCommand", true, nearest)
                    .getMethod("run", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /** The same where nothing is known of how it finds classes. */
    private static ClassLoader neededFirst(ClassLoader own) {
        if (!(own instanceof URLClassLoader ofAJar)) {
            return own;
        }
        URL[] libraries = ofAJar.getURLs();
        Arrays.sort(libraries, Comparator.comparingInt(CheckStart::place));
        try {
            return own.getClass()
                    .getConstructor(boolean.class, URL[].class, ClassLoader.class)
                    .newInstance(false, libraries, own.getParent());
        } catch (ReflectiveOperationException unknown) {
            return own;
        }
    }

    /** Semai's own classes come first, and what is not needed last, in the order in which it was. */
    private static int place(URL library) {
        String[] parts = library.getPath().split("/");
        String name = parts[parts.length - 1].equals("!") ? parts[parts.length - 2] : parts[parts.length - 1];
        for (int place = 0; place < NEEDED.size(); place++) {
            if (name.startsWith(NEEDED.get(place))) {
                return place;
            }
        }
        return name.endsWith(".jar!") || name.endsWith(".jar") ? NEEDED.size() : -1;
    }
}
