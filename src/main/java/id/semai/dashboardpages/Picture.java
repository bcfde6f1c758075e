package id.semai.dashboardpages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * All panels at one moment, written once; whoever has an older picture is given what has changed since.
 *
 * @param series tells the pictures of one showing from those of another, also of another node
 * @param number grows with each picture of a series that differs from the one before
 */
record Picture(String series, long number, Map<String, Panel> panels, Map<Long, byte[]> messages) {

    /** Whoever is further behind is rare. */
    private static final long KEPT = 8;

    private static final long WHOLE = -1;
    private static final long UNITS = -2;

    /** @param since number of the picture in which it was new */
    record Panel(long since, byte[] json) {}

    static Picture first(String series) {
        return new Picture(series, 0, Map.of(), new ConcurrentHashMap<>());
    }

    /** The next picture; this one if nothing has changed. */
    Picture next(Map<String, byte[]> drawn) {
        Map<String, Panel> next = new LinkedHashMap<>();
        drawn.forEach((name, json) -> next.put(name, panel(name, json)));
        boolean same = next.keySet().equals(panels.keySet())
                && next.values().stream().noneMatch(panel -> panel.since() > number);
        return same ? this : new Picture(series, number + 1, next, new ConcurrentHashMap<>());
    }

    private Panel panel(String name, byte[] json) {
        Panel known = panels.get(name);
        return known != null && Arrays.equals(known.json(), json) ? known : new Panel(number + 1, json);
    }

    String id() {
        return series + "." + number;
    }

    /** Number of the picture with this id; 0 if it is not one of this series. */
    long numberOf(String id) {
        try {
            return id != null && id.startsWith(series + ".") ? Long.parseLong(id.substring(series.length() + 1)) : 0;
        } catch (NumberFormatException nonsense) {
            return 0;
        }
    }

    /** As JSON; the same bytes for everybody. */
    byte[] whole() {
        return messages.computeIfAbsent(WHOLE, from -> json(0));
    }

    /** The list of units of the same moment, written when somebody first asks for it. */
    byte[] units(Supplier<byte[]> list) {
        return messages.computeIfAbsent(UNITS, from -> list.get());
    }

    /** An event of the stream that leads there from an older picture; the same bytes for everybody. */
    byte[] since(long older) {
        long from = older > number ? 0 : older;
        return from == 0 || from >= number - KEPT ? messages.computeIfAbsent(from, this::event) : event(from);
    }

    private byte[] event(long older) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(("event: angka\nid: " + id() + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        event.writeBytes(json(older));
        event.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }

    private byte[] json(long older) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(("{\"id\":\"" + id() + "\"").getBytes(StandardCharsets.UTF_8));
        panels.forEach((name, panel) -> {
            if (panel.since() > older) {
                json.writeBytes((",\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
                json.writeBytes(panel.json());
            }
        });
        json.write('}');
        return json.toByteArray();
    }
}
