package id.semai.messages;

import java.util.List;

/** What a letter says, in the forms that channels need. */
record Content(String subject, String plain, String html, List<Item> items) {

    /** A notice with the addresses to follow. */
    record Item(Notice notice, String taskLink, String innovationLink) {}
}
