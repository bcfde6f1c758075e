package id.semai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import id.semai.guard.Layers;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.modelpages.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** An administrator looks at the models, releases an edit, sees what it changes, and moves who is under way. */
@EndToEnd
class ModelsTest {

    private static final boolean PICTURES = Boolean.getBoolean("semai.screenshots");
    private static final String[] BAD = {"camunda:candidateGroups=\"unit-head\"", "camunda:candidateGroups=\"bupati\""};

    /** Another name, and a telephone call in place of a reminder. */
    private static final String[] EDIT = {
        "name=\"Menandatangani pernyataan komitmen\"",
        "name=\"Menyatakan komitmen inovasi\"",
        "<bpmn:serviceTask id=\"Service_RemindAgain\" name=\"Mengingatkan kembali\" camunda:delegateExpression=\"${remind}\">",
        "<bpmn:userTask id=\"Task_CallAgain\" name=\"Menghubungi lewat telepon\" camunda:formRef=\"commitment-followup\""
                + " camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"coordinator\">"
                + "<bpmn:documentation>Hubungi kepala perangkat daerah ini, lalu catat hasilnya.</bpmn:documentation>",
        "<bpmn:outgoing>Flow_RemindAgain_Waiting</bpmn:outgoing>\n      </bpmn:serviceTask>",
        "<bpmn:outgoing>Flow_RemindAgain_Waiting</bpmn:outgoing>\n      </bpmn:userTask>",
        "Service_RemindAgain",
        "Task_CallAgain"
    };

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Layers layers;

    @Value("${semai.models.folder}")
    Path folder;

    @AutoClose
    private OwnProcess own;

    @BeforeEach
    void open() {
        own = new OwnProcess(office, engine, folder);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anEditIsReleasedComparedAndTakesAlongWhoIsUnderWay(Screen screen) {
        own.released();
        own.begun();
        own.begun();
        try (Desk admin = Desk.of(browser, office, "admin", screen)) {
            Page page = admin.page();
            page.navigate(office.url("/model"));
            Locator card = page.locator("#daftar [data-key='process:" + own.id + "']");
            assertThat(card).containsText("Sedang berjalan: 2 di versi 1.");
            drops(page, own.model(BAD));
            assertThat(page.locator("#unggah .temuan").first()).containsText(own.file + ", baris ");
            admin.forgivesRefusal();
            shoot(page, screen, "ditolak");
            looksUpTheRule(page, screen);
            chooses(page, own.model(EDIT));
            assertThat(page.locator("#unggah .hasil")).containsText("Versi baru berlaku: " + own.id);
            assertThat(card).containsText("Versi 2 berlaku: unggah oleh admin");
            followsAnEdit(page, card, screen);
            card.locator("a").click();
            seesWhoIsWhere(page, screen);
            compares(page, screen);
            moves(page, screen);
            goesBack(page, screen);
            admin.assertFaultless();
        }
    }

    private static void looksUpTheRule(Page page, Screen screen) {
        page.locator("#unggah .temuan a[href='/model/aturan#role-unknown']")
                .first()
                .click();
        assertThat(page.locator("#role-unknown")).isInViewport();
        shoot(page, screen, "aturan");
        page.goBack();
        page.waitForURL("**/model");
    }

    /** A file saved in an editor shows up at the top, and what is read below stays where it is. */
    private void followsAnEdit(Page page, Locator card, Screen screen) {
        card.scrollIntoViewIfNeeded();
        page.evaluate("() => scrollBy(0, 40)");
        double before = card.boundingBox().y;
        own.save(own.model(BAD));
        assertThat(card).containsText("Ditolak");
        assertThat(card.boundingBox().y).isBetween(before - 2, before + 2);
        Locator refused = page.locator("#masalah .refused").filter(new Locator.FilterOptions().setHasText(own.file));
        assertThat(refused).containsText("bupati");
        shoot(page, screen, "daftar");
        own.save(own.model(EDIT));
        assertThat(card).containsText("Berlaku");
        assertThat(refused).hasCount(0);
    }

    private static void seesWhoIsWhere(Page page, Screen screen) {
        page.locator("#versi").selectOption("1");
        assertThat(page.locator("#diagram .overlay-badge[data-bpmn-id='Task_SignCommitment']"))
                .containsText("2");
        assertThat(page.locator("#hitungan tr[data-elemen='Task_SignCommitment']"))
                .containsText("Menandatangani pernyataan komitmen");
        assertThat(page.locator("#hitungan tr[data-elemen='Task_SignCommitment'] td")
                        .last())
                .containsText("2");
        shoot(page, screen, "proses");
    }

    private static void compares(Page page, Screen screen) {
        Locator sides = page.locator("#perbedaan figure");
        assertThat(sides).hasCount(2);
        assertThat(element(sides.nth(0), "Service_RemindAgain", "model-removed"))
                .hasCount(1);
        assertThat(element(sides.nth(1), "Task_CallAgain", "model-added")).hasCount(1);
        assertThat(element(sides.nth(0), "Task_SignCommitment", "model-changed"))
                .hasCount(1);
        Locator row = page.locator("#perbedaan tr[data-elemen='Task_SignCommitment']");
        assertThat(row).containsText("Menyatakan komitmen inovasi");
        row.locator("button").click();
        for (int side = 0; side < 2; side++) {
            assertThat(element(sides.nth(side), "Task_SignCommitment", "model-pointed"))
                    .isVisible();
        }
        shoot(page, screen, "perbedaan");
        if (PICTURES) {
            page.locator("#perbedaan tr[data-elemen='Flow_KeepWaiting_RemindAgain'] button")
                    .click();
            page.locator("section[data-key='beda']")
                    .screenshot(new Locator.ScreenshotOptions().setPath(picture(screen, "bandingkan")));
        }
    }

    private static void moves(Page page, Screen screen) {
        page.getByText("Lihat rencana").click();
        assertThat(page.locator("#rencana")).containsText("2 pindah, 0 tetap");
        shoot(page, screen, "rencana");
        page.locator("#pindahkan").click();
        agrees(page);
        Locator moved = page.locator("#pemindahan > ol > li").first();
        assertThat(moved).containsText("selesai");
        assertThat(moved).containsText("2 dari 2 selesai: 2 pindah, 0 tetap.");
        moved.locator("summary").click();
        assertThat(moved.locator("[data-keadaan='moved']")).hasCount(2);
        assertThat(page.locator("#hitungan")).containsText("Tidak ada yang sedang berjalan di versi 1.");
        shoot(page, screen, "pindah");
    }

    private static void goesBack(Page page, Screen screen) {
        page.locator("#kembali-1").click();
        agrees(page);
        assertThat(page.locator("#hasil-kembali")).containsText("Isi versi 1 berlaku lagi");
        Locator newest = page.locator("#rilis > li").first();
        assertThat(newest).containsText("Versi 3");
        assertThat(newest).containsText("kembalikan oleh admin");
        shoot(page, screen, "kembali");
    }

    @Test
    void namesInModelsAreShownAsTheyAreAndNeverRun() {
        own.released(
                "name=\"Komitmen inovasi\"",
                "name=\"&lt;img src=x onerror=&quot;window.ran=1&quot;&gt;Proses\"",
                "name=\"Menandatangani pernyataan komitmen\"",
                "name=\"&lt;img src=x onerror=&quot;window.ran=1&quot;&gt;Tugas\"");
        own.begun();
        try (Desk admin = Desk.of(browser, office, "admin", Screen.DESKTOP)) {
            Page page = admin.page();
            page.navigate(office.url("/model"));
            assertThat(page.locator("#daftar [data-key='process:" + own.id + "'] a"))
                    .containsText("<img src=x onerror=\"window.ran=1\">Proses");
            page.navigate(office.url("/model/" + own.id));
            assertThat(page.locator("#hitungan button")).containsText("<img src=x onerror=\"window.ran=1\">Tugas");
            assertThat(page.locator("#diagram .semai-canvas"))
                    .containsText("<img src=x onerror=\"window.ran=1\">Tugas");
            assertThat(page.locator("img")).hasCount(0);
            assertThat(page.evaluate("() => window.ran ?? null")).isNull();
            admin.assertFaultless();
        }
    }

    /** Each alone keeps it from running: that names are text where they are drawn, and the policy of the page. */
    @Test
    void aScriptInANameRunsOnceItIsReadAsHtmlAndNoPolicyForbidsIt() {
        own.released(
                "name=\"Menandatangani pernyataan komitmen\"",
                "name=\"&lt;img src=x onerror=&quot;window.ran=1&quot;&gt;Tugas\"");
        own.begun();
        assertThat(runs(Set.of(Layers.HEADERS), true)).isTrue();
        assertThat(runs(Set.of(Layers.HEADERS), false)).isFalse();
        assertThat(runs(Set.of(), true)).isFalse();
    }

    private boolean runs(Set<String> layersOff, boolean asHtml) {
        return layers.without(layersOff, () -> {
            try (Desk admin = Desk.of(browser, office, "admin", Screen.DESKTOP)) {
                Page page = admin.page();
                if (asHtml) {
                    page.route("**/models/parts.js", ModelsTest::readAsHtml);
                }
                page.navigate(office.url("/model/" + own.id));
                page.locator("#hitungan button").waitFor();
                assertThat(page.locator("#hitungan img")).hasCount(asHtml ? 1 : 0);
                page.waitForFunction("() => [...document.images].every(image => image.complete)");
                return (Boolean) page.evaluate("() => window.ran === 1");
            }
        });
    }

    /** The script as it is sent, but that it takes every word for HTML. */
    private static void readAsHtml(Route route) {
        String words = "children.flat()";
        String html = words
                + ".map((word) => (typeof word === 'string' ? document.createRange().createContextualFragment(word) : word))";
        APIResponse sent = route.fetch();
        assertThat(sent.text()).contains(words);
        route.fulfill(
                new Route.FulfillOptions().setResponse(sent).setBody(sent.text().replace(words, html)));
    }

    private static Locator element(Locator place, String id, String style) {
        return place.locator(".semai-canvas [data-bpmn-id='" + id + "']." + style + ":not(.bpmn-label)");
    }

    private void drops(Page page, String model) {
        JSHandle files = page.evaluateHandle(
                "([name, text]) => { const all = new DataTransfer(); all.items.add(new File([text], name)); return all; }",
                new String[] {own.file, model});
        page.locator(".unggah").dispatchEvent("drop", Map.of("dataTransfer", files));
        agrees(page);
    }

    /** Together with one of its forms. */
    private void chooses(Page page, String model) {
        String form = "commitment-sign.form";
        page.locator("#berkas").setInputFiles(new FilePayload[] {
            new FilePayload(own.file, "application/xml", model.getBytes(StandardCharsets.UTF_8)),
            new FilePayload(form, "application/json", content(folder.resolve(form)))
        });
        assertThat(page.locator("dialog")).containsText(own.file + ", " + form);
        agrees(page);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void agrees(Page page) {
        page.locator("dialog button.utama").click();
        assertThat(page.locator("dialog")).hasCount(0);
    }

    private static void shoot(Page page, Screen screen, String what) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(screen, what)));
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the edge of " + what)
                .isEqualTo(0);
        Axe.assertOpenToAll(page, "/model, " + what);
    }

    private static Path picture(Screen screen, String what) {
        return Path.of(
                "target", "screenshots", "model-" + what + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png");
    }
}
