package id.semai.migration;

import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** What administrators read for elements and values of a model. */
final class Words {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("process", "proses"),
            Map.entry("userTask", "tugas"),
            Map.entry("receiveTask", "tugas penerima pesan"),
            Map.entry("serviceTask", "langkah otomatis"),
            Map.entry("businessRuleTask", "tabel keputusan"),
            Map.entry("sendTask", "tugas pengirim pesan"),
            Map.entry("task", "langkah tanpa jenis"),
            Map.entry("callActivity", "pemanggilan proses"),
            Map.entry("subProcess", "subproses"),
            Map.entry("boundaryEvent", "peristiwa batas"),
            Map.entry("startEvent", "peristiwa awal"),
            Map.entry("endEvent", "peristiwa akhir"),
            Map.entry("intermediateCatchEvent", "peristiwa tunggu"),
            Map.entry("eventBasedGateway", "gerbang peristiwa"),
            Map.entry("parallelGateway", "gerbang paralel"),
            Map.entry("inclusiveGateway", "gerbang inklusif"),
            Map.entry("exclusiveGateway", "gerbang pilihan"));

    private static final Map<String, String> EVENTS =
            Map.of("timer", "pengatur waktu", "message", "pesan", "signal", "sinyal", "conditional", "kondisi");

    private Words() {}

    static String type(String type) {
        return TYPES.getOrDefault(type, type);
    }

    static String type(FlowNode node) {
        return type(node.getElementType().getTypeName());
    }

    static String event(String kind) {
        return kind == null ? "tanpa pemicu" : EVENTS.getOrDefault(kind, kind);
    }

    /** The name people know it by; the id where the model gives none. */
    static String name(FlowNode node) {
        String name = node.getName();
        return name == null || name.isBlank()
                ? node.getId()
                : name.replaceAll("\\s+", " ").strip();
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String value(String value) {
        return value == null || value.isBlank() ? "(tidak ada)" : "«" + value + "»";
    }
}
