package id.semai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;

class SlowHashTest {

    private final PasswordManager passwords = new PasswordManager(new SlowHash(SlowHash.IN_EARNEST), List.of());

    @Test
    void whatIsKeptIsSlowSaltedAndFitsTheColumn() {
        String kept = passwords.encrypt("empat kuda hijau terbang");
        assertThat(kept).startsWith("{PBKDF2-SHA512}210000$").hasSizeLessThan(255);
        assertThat(passwords.encrypt("empat kuda hijau terbang")).isNotEqualTo(kept);
        assertThat(passwords.check("empat kuda hijau terbang", kept)).isTrue();
        assertThat(passwords.check("empat kuda hijau terban", kept)).isFalse();
    }

    @Test
    void whatCamundaKeptBeforeIsStillUnderstood() {
        String before = new PasswordManager(new Sha512HashDigest(), List.of()).encrypt("lama");
        assertThat(passwords.check("lama", before)).isTrue();
        assertThat(passwords.check("lain", before)).isFalse();
    }
}
