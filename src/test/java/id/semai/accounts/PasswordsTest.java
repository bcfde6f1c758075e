package id.semai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "pendek", "Semai-2016!", "11karakter!", "ĳĳĳĳĳĳĳĳĳĳĳ"})
    void shortOnesAreNotTaken(String password) {
        assertThat(Passwords.fault(password, "siapa"))
                .hasValueSatisfying(why -> assertThat(why).contains("terlalu pendek"));
    }

    @ParameterizedTest
    @CsvSource({
        "kepala.dikbud,kepala.dikbud",
        "kepala.dikbud,KEPALA.DIKBUD-2026",
        "koordinator,xx koordinator yy",
        "admin,adminadminadmin123"
    })
    void thoseThatTellOfTheAccountAreNotTaken(String account, String password) {
        assertThat(Passwords.fault(password, account))
                .hasValueSatisfying(why -> assertThat(why).contains("nama akun"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password!2026",
                "P@$$w0rd2026!",
                "katasandi123",
                "KataSandi-Semai-2026",
                "123456789012",
                "aaaaaaaaaaaa",
                "ababababababab",
                "qwertyuiop123",
                "indonesia1945!",
                "Sumbawa Besar 2026",
                "rahasia-rahasia",
                "Bismillah12345",
                "januari-februari-2026",
                "2026-11-28 08:00"
            })
    void usualOnesAreNotTaken(String password) {
        assertThat(Passwords.fault(password, "siapa"))
                .hasValueSatisfying(why -> assertThat(why).contains("terlalu umum"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empat kuda hijau terbang",
                "kopi-susu-pagi-hujan",
                "x7Gq!p02Lm#9",
                "belum ada jembatan",
                "пароль из слов",
            })
    void longOnesAreTakenWhateverTheyAreMadeOf(String password) {
        assertThat(Passwords.fault(password, "siapa")).isEmpty();
    }
}
