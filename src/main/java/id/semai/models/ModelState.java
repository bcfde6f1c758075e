package id.semai.models;

import id.semai.rulebook.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What this node last saw in its folder, and what came of it; says each thing once in the log. */
@Component
class ModelState {

    private static final Logger log = LoggerFactory.getLogger(ModelState.class);

    private final Set<String> said = new HashSet<>();
    private final AtomicLong released = new AtomicLong();
    private volatile Review review;
    private volatile Instant lookedAt;
    private volatile String failure;

    /** Null until the folder has been looked at. */
    Review review() {
        return review;
    }

    Instant lookedAt() {
        return lookedAt;
    }

    /** Why the folder could not be read or released when it was tried last; null if it could. */
    String failure() {
        return failure;
    }

    long released() {
        return released.get();
    }

    int refusedFiles() {
        return review == null ? 0 : review.refusedFiles().size();
    }

    void count(int releases) {
        released.addAndGet(releases);
    }

    void looked(Instant now) {
        lookedAt = now;
    }

    void saw(Review now) {
        review = now;
        failure = null;
    }

    void failed(RuntimeException cause) {
        if (!cause.toString().equals(failure)) {
            log.warn("The models cannot be read or released and will be tried again: {}", cause.toString());
            log.debug("The models cannot be read or released", cause);
        }
        failure = cause.toString();
    }

    /** One line a finding, in the form of the command; what was said before and still holds is not said again. */
    synchronized void say(Review review, Collection<String> sentences) {
        Set<String> now = new HashSet<>(sentences);
        review.errors().forEach(finding -> now.add(line(finding)));
        now.stream().filter(line -> !said.contains(line)).sorted().forEach(log::warn);
        if (now.isEmpty() && !said.isEmpty()) {
            log.info("Nothing stands against the models any more");
        }
        said.clear();
        said.addAll(now);
    }

    private static String line(Finding finding) {
        String element = finding.element() == null ? "" : finding.element() + ": ";
        return "%s:%d: error: %s: %s%s"
                .formatted(finding.file(), finding.line(), finding.rule(), element, finding.message());
    }
}
