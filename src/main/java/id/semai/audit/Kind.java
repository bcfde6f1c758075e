package id.semai.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of the audit trail is about. */
public enum Kind {
    LOGIN("Masuk"),
    REFUSED_LOGIN("Gagal masuk"),
    SHUT("Masuk ditunda"),
    LOGOUT("Keluar"),
    PASSWORD("Kata sandi"),
    RIGHTS("Akun, peran, dan hak"),
    MODELS("Model proses"),
    INTERVENTION("Campur tangan pada proses"),
    EXPORT("Ekspor");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
