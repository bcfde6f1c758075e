package id.semai.changes;

import java.util.Arrays;

/** What of an element can change, in the order in which it is told. */
enum Aspect {
    FILE("file", "berkas"),
    ELEMENT("element", "elemen"),
    ID("id", "id"),
    TYPE("type", "jenis"),
    NAME("name", "nama"),
    STAGE("stage", "kode tahap"),
    DUE("due", "batas waktu"),
    ROLE("role", "peran"),
    ASSIGNEE("assignee", "pelaksana yang ditunjuk"),
    CANDIDATE_USERS("candidate-users", "calon pelaksana"),
    STARTERS("starters", "yang boleh memulai"),
    NOT_BY("not-by", "tidak oleh pelaksana tugas"),
    EVIDENCE("evidence", "bukti"),
    FORM("form", "formulir"),
    FORM_BINDING("form-binding", "pengikatan formulir"),
    OUTCOME("outcome", "kode hasil"),
    REASON("reason", "kode alasan"),
    SIGNAL("signal", "pemberitahuan"),
    JOURNEY("journey", "jenis perjalanan"),
    PROPERTY("property", "properti"),
    CONDITION("condition", "syarat"),
    DEFAULT_FLOW("default-flow", "alur bawaan"),
    SOURCE("source", "asal alur"),
    TARGET("target", "tujuan alur"),
    ATTACHED_TO("attached-to", "tempat melekat"),
    PARENT("parent", "letak"),
    TIMER("timer", "pewaktu"),
    INTERRUPTING("interrupting", "sifat peristiwa"),
    MESSAGE("message", "pesan"),
    EVENT("event", "jenis peristiwa"),
    DELEGATE("delegate", "langkah otomatis"),
    CALLED_PROCESS("called-process", "proses yang dipanggil"),
    DECISION("decision", "aturan keputusan"),
    RESULT("result", "hasil"),
    INPUT("input", "masukan"),
    OUTPUT("output", "keluaran"),
    PASSED("passed", "data yang diteruskan"),
    MULTI_INSTANCE("multi-instance", "pengulangan"),
    ASYNC("async", "pelaksanaan terpisah"),
    RETRY("retry", "pengulangan bila gagal"),
    PRIORITY("priority", "prioritas"),
    FOLLOW_UP("follow-up", "tanggal tindak lanjut"),
    DOCUMENTATION("documentation", "penjelasan"),
    HISTORY("history", "masa simpan riwayat"),
    STARTABLE("startable", "dapat dimulai di Tasklist"),
    EXECUTABLE("executable", "dapat dijalankan"),
    LABEL("label", "label"),
    KEY("key", "kunci data"),
    REQUIRED("required", "wajib diisi"),
    LIMIT("limit", "batas isian"),
    OPTIONS("options", "pilihan"),
    HIDDEN_WHEN("hidden-when", "disembunyikan bila"),
    HIT_POLICY("hit-policy", "aturan baris yang berlaku"),
    EXPRESSION("expression", "ungkapan"),
    ORDER("order", "urutan"),
    OTHER("other", "isi lain");

    private final String code;
    private final String label;

    Aspect(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    static Aspect of(String code) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.code.equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
