package id.semai.dashboardlogin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.openid.Traveller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the dashboard that runs alone shows somebody. */
final class Shown {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Shown() {}

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> units(Traveller somebody) {
        JsonNode rows = json(somebody.asks("/dasbor/unit")).path("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("unit").asText())
                .toList();
    }

    /** How many innovations are counted for somebody; -1 if they are shown no figures. */
    static int innovations(Traveller somebody, String filter) {
        return json(somebody.asks("/dasbor/angka" + filter))
                .path("totals")
                .path("innovations")
                .asInt(-1);
    }
}
