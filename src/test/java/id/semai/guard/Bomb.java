package id.semai.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Code that nobody but an attacker has run: whoever makes one finds a file written. */
public class Bomb implements JavaDelegate {

    private static volatile Path trace;

    public Bomb() {
        try {
            Files.writeString(trace, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void leavesItsTraceIn(Path file) {
        trace = file;
    }

    static boolean wentOff() {
        try {
            return Files.deleteIfExists(trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(DelegateExecution execution) {}
}
