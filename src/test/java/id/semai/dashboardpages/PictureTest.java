package id.semai.dashboardpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureTest {

    private final Picture first = Picture.first("seri").next(panels("1", "2"));

    @Test
    void onlyPanelsThatHaveChangedAreSent() {
        Picture second = first.next(panels("1", "3"));

        assertThat(text(second.since(first.number())))
                .isEqualTo("event: angka\nid: seri.2\ndata: {\"id\":\"seri.2\",\"funnel\":3}\n\n");
        assertThat(text(second.whole())).isEqualTo("{\"id\":\"seri.2\",\"totals\":1,\"funnel\":3}");
    }

    @Test
    void whoIsFartherBehindGetsAllThatHasChangedMeanwhile() {
        Picture third = first.next(panels("1", "3")).next(panels("5", "3"));

        assertThat(text(third.since(1))).contains("{\"id\":\"seri.3\",\"totals\":5,\"funnel\":3}");
        assertThat(text(third.since(2))).contains("{\"id\":\"seri.3\",\"totals\":5}");
    }

    @Test
    void nothingNewIsNoOtherPicture() {
        assertThat(first.next(panels("1", "2"))).isSameAs(first);
    }

    @Test
    void theSameBytesGoToEverybody() {
        assertThat(first.since(0)).isSameAs(first.since(0));
        assertThat(first.whole()).isSameAs(first.whole());
    }

    @Test
    void whoComesFromAnotherSeriesHasNothingYet() {
        assertThat(first.numberOf("seri.1")).isEqualTo(1);
        assertThat(first.numberOf("lain.1")).isZero();
        assertThat(first.numberOf("seri.banyak")).isZero();
        assertThat(first.numberOf(null)).isZero();
        assertThat(text(first.since(77))).contains("\"totals\":1,\"funnel\":2");
    }

    private static Map<String, byte[]> panels(String totals, String funnel) {
        Map<String, byte[]> panels = new LinkedHashMap<>();
        panels.put("totals", totals.getBytes(StandardCharsets.UTF_8));
        panels.put("funnel", funnel.getBytes(StandardCharsets.UTF_8));
        return panels;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
