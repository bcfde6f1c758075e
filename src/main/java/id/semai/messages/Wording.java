package id.semai.messages;

import id.semai.messages.Content.Item;
import id.semai.stage.Times;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter into words: by kind, the most pressing first, without a name of anybody. */
class Wording {

    /** Of each kind; a letter that is longer is not read. */
    private static final int MOST = 20;

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private final String baseUrl;
    private final ITemplateEngine templates;

    /** @param baseUrl without a slash at its end */
    Wording(String baseUrl, ITemplateEngine templates) {
        this.baseUrl = baseUrl;
        this.templates = templates;
    }

    Content of(List<Notice> notices) {
        Map<Kind, List<Item>> groups = notices.stream()
                .map(this::item)
                .collect(Collectors.groupingBy(
                        item -> item.notice().kind(), () -> new EnumMap<>(Kind.class), Collectors.toList()));
        List<Group> shown = groups.entrySet().stream()
                .map(group -> Group.of(group.getKey(), group.getValue()))
                .toList();
        return new Content(
                subject(groups),
                plain(shown),
                html(shown),
                groups.values().stream().flatMap(List::stream).toList());
    }

    private Item item(Notice notice) {
        return new Item(
                notice,
                tasklist() + "#/?task=" + notice.task(),
                notice.innovation() == null ? null : baseUrl + "/inovasi/" + notice.innovation());
    }

    private String tasklist() {
        return baseUrl + "/camunda/app/tasklist/default/";
    }

    private static String subject(Map<Kind, List<Item>> groups) {
        return groups.entrySet().stream()
                .map(group ->
                        group.getValue().size() + " " + group.getKey().title().toLowerCase(INDONESIAN))
                .collect(Collectors.joining(", ", "Semai: ", ""));
    }

    private String plain(List<Group> groups) {
        StringBuilder text = new StringBuilder("Yth. Bapak/Ibu,\n\nberikut tugas yang menunggu Anda di Semai.\n");
        for (Group group : groups) {
            text.append("\n")
                    .append(group.kind().title().toUpperCase(INDONESIAN))
                    .append("\n");
            for (Item item : group.items()) {
                text.append("\n- ").append(item.notice().name()).append("\n  ").append(about(item.notice()));
                text.append("\n  Buka tugas: ").append(item.taskLink()).append("\n");
                if (item.innovationLink() != null) {
                    text.append("  Perjalanan inovasi: ")
                            .append(item.innovationLink())
                            .append("\n");
                }
            }
            if (group.more() > 0) {
                text.append("\n- dan ").append(group.more()).append(" tugas lain\n");
            }
        }
        return text.append("\nSemua tugas Anda: ")
                .append(tasklist())
                .append("\n\nPesan ini dikirim secara otomatis oleh Semai. Anda tidak perlu membalasnya.\n")
                .toString();
    }

    private String html(List<Group> groups) {
        return templates.process("pesan/surat", new Context(INDONESIAN, Map.of("groups", groups, "tasks", tasklist())));
    }

    private static String about(Notice notice) {
        StringBuilder line = new StringBuilder(notice.unit());
        if (notice.stage() != null) {
            line.append(" · ").append(notice.stage());
        }
        if (notice.dueAt() != null) {
            line.append(" · batas waktu ").append(Times.moment(notice.dueAt(), notice.zone()));
        }
        return line.toString();
    }

    /** @param more how many are left out */
    record Group(Kind kind, List<Item> items, int more) {

        static Group of(Kind kind, List<Item> all) {
            return new Group(kind, all.subList(0, Math.min(MOST, all.size())), Math.max(0, all.size() - MOST));
        }

        public String about(Item item) {
            return Wording.about(item.notice());
        }
    }
}
