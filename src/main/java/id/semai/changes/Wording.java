package id.semai.changes;

import java.util.Map;

/** What people call the kinds of elements, and values of their own codes. */
final class Wording {

    private static final int LONGEST = 300;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("file", "Berkas"),
            Map.entry("definitions", "Berkas"),
            Map.entry("process", "Proses"),
            Map.entry("userTask", "Tugas"),
            Map.entry("task", "Langkah"),
            Map.entry("manualTask", "Langkah manual"),
            Map.entry("serviceTask", "Langkah otomatis"),
            Map.entry("sendTask", "Langkah pengiriman"),
            Map.entry("scriptTask", "Langkah skrip"),
            Map.entry("businessRuleTask", "Langkah keputusan"),
            Map.entry("receiveTask", "Langkah menunggu pesan"),
            Map.entry("callActivity", "Pemanggilan proses"),
            Map.entry("subProcess", "Subproses"),
            Map.entry("transaction", "Transaksi"),
            Map.entry("adHocSubProcess", "Subproses ad hoc"),
            Map.entry("startEvent", "Peristiwa awal"),
            Map.entry("endEvent", "Peristiwa akhir"),
            Map.entry("boundaryEvent", "Peristiwa batas"),
            Map.entry("intermediateCatchEvent", "Peristiwa antara"),
            Map.entry("intermediateThrowEvent", "Peristiwa antara"),
            Map.entry("exclusiveGateway", "Gerbang"),
            Map.entry("parallelGateway", "Gerbang paralel"),
            Map.entry("inclusiveGateway", "Gerbang inklusif"),
            Map.entry("eventBasedGateway", "Gerbang peristiwa"),
            Map.entry("sequenceFlow", "Alur"),
            Map.entry("message", "Pesan"),
            Map.entry("signal", "Sinyal"),
            Map.entry("error", "Galat"),
            Map.entry("escalation", "Eskalasi"),
            Map.entry("textAnnotation", "Catatan diagram"),
            Map.entry("association", "Garis catatan"),
            Map.entry("group", "Kelompok"),
            Map.entry("collaboration", "Kolaborasi"),
            Map.entry("participant", "Peserta"),
            Map.entry("messageFlow", "Alur pesan"),
            Map.entry("dataObject", "Objek data"),
            Map.entry("dataObjectReference", "Objek data"),
            Map.entry("dataStoreReference", "Penyimpanan data"),
            Map.entry("decision", "Keputusan"),
            Map.entry("decisionTable", "Tabel keputusan"),
            Map.entry("inputData", "Data masukan"),
            Map.entry("input", "Kolom masukan"),
            Map.entry("output", "Kolom hasil"),
            Map.entry("rule", "Baris"),
            Map.entry("form", "Formulir"),
            Map.entry("textfield", "Isian teks"),
            Map.entry("textarea", "Isian teks panjang"),
            Map.entry("number", "Isian angka"),
            Map.entry("datetime", "Isian tanggal"),
            Map.entry("checkbox", "Kotak centang"),
            Map.entry("checklist", "Daftar centang"),
            Map.entry("taglist", "Daftar pilihan"),
            Map.entry("radio", "Pilihan"),
            Map.entry("select", "Daftar turun"),
            Map.entry("text", "Teks"),
            Map.entry("html", "Teks HTML"),
            Map.entry("image", "Gambar"),
            Map.entry("table", "Tabel"),
            Map.entry("separator", "Garis pemisah"),
            Map.entry("spacer", "Ruang kosong"),
            Map.entry("expression", "Ungkapan"),
            Map.entry("button", "Tombol"));

    private static final Map<String, String> EVENTS = Map.of(
            "timerEventDefinition", "pewaktu",
            "messageEventDefinition", "pesan",
            "signalEventDefinition", "sinyal",
            "errorEventDefinition", "galat",
            "escalationEventDefinition", "eskalasi",
            "conditionalEventDefinition", "syarat",
            "terminateEventDefinition", "mengakhiri semua yang masih terbuka",
            "compensateEventDefinition", "kompensasi",
            "linkEventDefinition", "sambungan");

    private static final Map<String, String> CODES = Map.of(
            "evidence=required", "wajib",
            "evidence=optional", "boleh",
            "signal=overdue", "lewat batas waktu",
            "journey=innovation", "satu inovasi");

    private Wording() {}

    static String type(String type) {
        return TYPES.getOrDefault(type, type);
    }

    static String event(String definition) {
        return EVENTS.getOrDefault(definition, definition);
    }

    static String property(String name, String value) {
        return CODES.getOrDefault(name + "=" + value, value);
    }

    static String yesNo(String value) {
        return switch (value) {
            case "true" -> "ya";
            case "false" -> "tidak";
            default -> value;
        };
    }

    static String quoted(String words) {
        return "“" + words + "”";
    }

    static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
