package id.semai.handover;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** Why tasks pass from one person to another. */
public enum Reason {
    LEFT("left", "Berhenti, pensiun, atau mutasi"),
    VACANT("plt", "Plt. (pelaksana tugas): jabatannya lowong"),
    ABSENT("plh", "Plh. (pelaksana harian): pejabatnya berhalangan sementara"),
    OTHER("other", "Lainnya");

    private final String code;
    private final String label;

    Reason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    @JsonCreator
    static Reason of(String code) {
        return Stream.of(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Reason \"" + code + "\" is unknown"));
    }
}
