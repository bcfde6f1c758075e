package id.semai.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium of this machine, started once for all test classes of a process. Without one the tests that ask for it are
 * skipped, or fail if the environment says SEMAI_BROWSER_REQUIRED=true; nothing is ever downloaded.
 */
public class Browser implements BeforeAllCallback {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--disable-gpu");
    private static final double PATIENCE_MILLIS = 60_000;

    /** Not in JUnit's store, which lives no longer than a class where several processes share the classes. */
    private static Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext tests) {
        if (chromium == null) {
            chromium = Chromium.start();
            Runtime.getRuntime().addShutdownHook(new Thread(chromium::close));
        }
    }

    private static Optional<Path> find() {
        List<String> folders = Arrays.asList(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path missing() {
        String message =
                "No browser on the PATH (" + String.join(", ", NAMES) + "): tests in a real browser cannot run";
        return Boolean.parseBoolean(System.getenv("SEMAI_BROWSER_REQUIRED")) ? fail(message) : abort(message);
    }

    /** A window of its own, of an Indonesian in Sumbawa, with no session yet. */
    public BrowserContext window(Screen screen) {
        return window(of(screen));
    }

    /** The same of somebody who types name and password whenever the browser itself asks for them, and only then. */
    BrowserContext window(Screen screen, String user, String password) {
        return window(of(screen).setHttpCredentials(user, password));
    }

    private static NewContextOptions of(Screen screen) {
        return new NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setIsMobile(screen.isHandheld())
                .setHasTouch(screen.isHandheld())
                .setLocale("id-ID")
                .setTimezoneId("Asia/Makassar");
    }

    private BrowserContext window(NewContextOptions options) {
        BrowserContext window = chromium.browser.newContext(options);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        window.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        return window;
    }

    private record Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) {

        static Chromium start() {
            Path executable = find().orElseGet(Browser::missing);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new LaunchOptions()
                                    .setExecutablePath(executable)
                                    .setArgs(ARGUMENTS)
                                    .setTimeout(PATIENCE_MILLIS)));
        }

        void close() {
            browser.close();
            playwright.close();
        }
    }
}
