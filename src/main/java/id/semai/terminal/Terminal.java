package id.semai.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import org.springframework.core.NestedExceptionUtils;

/** Where a command speaks: results on one stream, its progress on another, so that results can be kept in a file. */
public record Terminal(PrintStream results, PrintStream progress, boolean interactive) {

    public static final int FAILED = 2;

    /** Runs a command of this process to its end and returns its exit code; failures are told in one sentence. */
    public static int run(ToIntFunction<Terminal> command) {
        Terminal terminal = new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err), System.console() != null);
        try {
            return command.applyAsInt(terminal);
        } catch (RuntimeException failure) {
            terminal.progress().println(sentence(failure));
            return FAILED;
        }
    }

    public void say(String text) {
        results.println(text);
    }

    public Progress progress(String what, long total) {
        return new Progress(what, total, progress, interactive);
    }

    /** Our own sentences as they are; of others the innermost cause, which names what was wrong. */
    private static String sentence(RuntimeException failure) {
        if (failure instanceof CommandFailure refusal) {
            return refusal.getMessage();
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
