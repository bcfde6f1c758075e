package id.semai.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import id.semai.dashboard.Board;
import id.semai.dashboardpages.DashboardAlone;
import id.semai.dashboardpages.Onlookers;
import id.semai.dashboardpages.Sight;
import id.semai.figures.Boards;
import id.semai.journal.Broker;
import id.semai.prod.PlainEdge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What the page of a country's board weighs for who may see everything, and how long its first chart takes in a window that has
 * seen nothing before: {@code mvn verify -Pbench -Dit.test=PageBench}; {@code -Dbench.innovations} (36742), {@code -Dbench.loads}
 * (20). Server and browser share the machine.
 *
 * <p>It measures and asserts nothing, for no machine is like another.
 */
class PageBench {

    private static final int INNOVATIONS = Integer.getInteger("bench.innovations", 36_742);
    private static final int LOADS = Integer.getInteger("bench.loads", 20);
    private static final int WARM_UP = 5;
    /** Until the rest of the page is there, too. */
    private static final double A_WHILE_MILLIS = 3_000;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void theFirstChartOfACountry(@TempDir Path folder) {
        try (ConfigurableApplicationContext dashboard = DashboardAlone.run(
                new String[] {
                    "--spring.profiles.active=dashboard",
                    "--server.port=0",
                    "--spring.kafka.bootstrap-servers=" + Broker.shared().address(),
                    "--semai.dashboard.folder=" + folder
                },
                PlainEdge.class,
                Country.class)) {
            String page = "http://localhost:" + dashboard.getEnvironment().getProperty("local.server.port") + "/dasbor";
            IntStream.range(0, WARM_UP).forEach(i -> open(page));
            tell(IntStream.range(0, LOADS).mapToObj(i -> open(page)).toList());
        }
    }

    private static Load open(String address) {
        try (BrowserContext window = browser.window(Screen.DESKTOP)) {
            Page page = window.newPage();
            List<Request> requests = new ArrayList<>();
            page.onRequestFinished(requests::add);
            long began = System.nanoTime();
            page.navigate(address);
            page.locator(".bagan canvas").first().waitFor();
            double millis = (System.nanoTime() - began) / 1e6;
            page.waitForTimeout(A_WHILE_MILLIS);
            long bytes = requests.stream()
                    .map(Request::sizes)
                    .mapToLong(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                    .sum();
            return new Load(millis, requests.size(), bytes);
        }
    }

    private static void tell(List<Load> loads) {
        List<Double> sorted = loads.stream().map(Load::millis).sorted().toList();
        System.out.printf(
                "page: innovations=%d files=%d transferred=%d kB first chart p50=%.0f ms p95=%.0f ms longest=%.0f ms%n",
                INNOVATIONS,
                loads.get(0).files(),
                loads.get(0).bytes() / 1_000,
                sorted.get(LOADS / 2),
                sorted.get(LOADS * 95 / 100),
                sorted.get(LOADS - 1));
    }

    /** @param millis from the address to the first chart */
    private record Load(double millis, int files, long bytes) {}

    static class Country {

        @Bean
        @Primary
        Board country() {
            return Boards.country(INNOVATIONS);
        }

        @Bean
        @Primary
        Onlookers everybodySeesEverything() {
            return request -> Sight.EVERYTHING;
        }
    }
}
