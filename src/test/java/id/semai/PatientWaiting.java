package id.semai;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * In every test class: what is waited for comes on a slow or busy machine too; how soon is for the benchmarks. What is there
 * already is not waited for: there are thousands of looks in a run, most of which find what they look for.
 */
public class PatientWaiting implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }
}
