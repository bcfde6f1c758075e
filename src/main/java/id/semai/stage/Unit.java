package id.semai.stage;

import java.util.Objects;

/**
 * A unit that may innovate; it is also the engine's tenant.
 *
 * @param code unique in the installation: {@code sumbawa.dikbud}
 * @param district name of the kecamatan it is or lies in; null for units of the whole area
 * @param active false once the unit is dissolved or merged: it stays known, but is not invited any more
 */
public record Unit(String code, String name, Kind kind, String district, Government government, boolean active) {

    public Unit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name of " + code);
        Objects.requireNonNull(kind, "kind of " + code);
        Objects.requireNonNull(government, "government of " + code);
    }

    /** The kinds of units a workshop invites; the codes are those of the form {@code workshop-plan}. */
    public enum Kind {
        AGENCY("agency", "Sekretariat, dinas, badan"),
        DISTRICT("district", "Kecamatan"),
        VILLAGE("village", "Kelurahan dan desa"),
        HEALTH_CENTRE("health-centre", "Puskesmas"),
        SCHOOL("school", "Satuan pendidikan"),
        ENTERPRISE("enterprise", "BUMD");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        /** @throws IllegalArgumentException naming the value, if no kind has this code */
        public static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("\"" + code + "\" is not a kind of unit");
        }
    }
}
