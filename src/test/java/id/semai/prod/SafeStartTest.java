package id.semai.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

/** What the profile prod does not start with. */
@ExtendWith(OutputCaptureExtension.class)
class SafeStartTest {

    private final MockEnvironment settings = new MockEnvironment()
            .withProperty(
                    "spring.datasource.url",
                    "jdbc:postgresql://db/semai?sslmode=verify-full&sslrootcert=/etc/semai/ca.pem")
            .withProperty("spring.datasource.password", "sangat-acak-dan-panjang")
            .withProperty("semai.admin.user", "kelola")
            .withProperty("semai.admin.password", "empat kuda hijau terbang")
            .withProperty("semai.proxies", "10.0.0.5")
            .withProperty("semai.single-sign-on.issuer", "https://akun.example.go.id")
            .withProperty("semai.single-sign-on.client-secret", "rahasia-yang-acak");

    @Test
    void whatIsSafeStarts() {
        assertThatCode(() -> SafeStart.requireSafe(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "semai.demo.password|apa pun|akun peragaan",
                "semai.dashboard.demo-accounts|true|akun peragaan",
                "spring.datasource.password|''|Kata sandi basis data",
                "spring.datasource.password|postgres|Kata sandi basis data",
                "spring.datasource.password|Semai-2016!|Kata sandi basis data",
                "semai.admin.password|Semai-2016!|pengelola pertama",
                "semai.admin.password|kelola-kelola-kelola|nama akun",
                "semai.admin.password|Indonesia-2026!|terlalu umum",
                "semai.proxies|''|tanpa TLS",
                "semai.single-sign-on.issuer|http://akun.example.go.id|tidak memakai https",
                "semai.single-sign-on.issuer|''|tidak memakai https",
                "semai.single-sign-on.client-secret|' '|menyamar",
                "server.forward-headers-strategy|native|dikelabui",
                "server.forward-headers-strategy|framework|dikelabui",
                "spring.datasource.url|jdbc:postgresql://db/semai|sslmode=verify-full",
                "spring.datasource.url|jdbc:postgresql://db/semai?sslmode=require|PostgreSQL di «db»",
                "spring.datasource.url|jdbc:postgresql://localhost,db2:5433/semai|PostgreSQL di «db2»",
                "spring.datasource.url|jdbc:postgresql://127.0.0.1.example.org/semai|dibelokkan",
                "spring.kafka.bootstrap-servers|kafka:9092|Kafka di «kafka»",
                "spring.kafka.bootstrap-servers|localhost:9092,10.0.0.7:9092|Kafka di «10.0.0.7»"
            })
    void whatIsNotDoesNot(String setting, String value, String sentence) {
        settings.setProperty(setting, value);
        UnsafeStart refusal = catchThrowableOfType(UnsafeStart.class, () -> SafeStart.requireSafe(settings));
        assertThat(refusal).isNotNull().hasMessageContaining(sentence);
        assertThat(refusal.cure()).contains(setting.equals("spring.kafka.bootstrap-servers") ? "SASL_SSL" : setting);
        assertThat(refusal.getMessage() + refusal.cure()).doesNotContain("Semai-2016!", "Indonesia-2026!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate"})
    void aCertificateIsAsGoodAsAProxy(String setting) {
        settings.setProperty("semai.proxies", "");
        settings.setProperty(setting, "apa pun");
        assertThatCode(() -> SafeStart.requireSafe(settings)).doesNotThrowAnyException();
        settings.setProperty("server.ssl.enabled", "false");
        assertThat(catchThrowableOfType(UnsafeStart.class, () -> SafeStart.requireSafe(settings)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.datasource.url|jdbc:postgresql://localhost/semai",
                "spring.datasource.url|jdbc:postgresql://127.0.0.1:5432,[::1]:5432/semai",
                "spring.datasource.url|jdbc:postgresql:semai",
                "spring.datasource.url|jdbc:postgresql://x/semai?socketFactory=org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg",
                "spring.kafka.bootstrap-servers|localhost:9092,[::1]:9092"
            })
    void whatStaysOnThisMachineNeedsNoTls(String setting, String value) {
        settings.setProperty(setting, value);
        assertThatCode(() -> SafeStart.requireSafe(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.kafka.security.protocol", "spring.kafka.properties.security.protocol"})
    void aBrokerElsewhereThatIsSpokenToOverTlsIsFine(String setting) {
        settings.setProperty("spring.kafka.bootstrap-servers", "kafka:9092");
        settings.setProperty(setting, "SASL_PLAINTEXT");
        assertThat(catchThrowableOfType(UnsafeStart.class, () -> SafeStart.requireSafe(settings)))
                .isNotNull();
        settings.setProperty(setting, "SASL_SSL");
        assertThatCode(() -> SafeStart.requireSafe(settings)).doesNotThrowAnyException();
    }

    @Test
    void aTrustedNetworkIsDeclaredHostByHost() {
        settings.setProperty("spring.datasource.url", "jdbc:postgresql://db/semai");
        settings.setProperty("spring.kafka.bootstrap-servers", "kafka:9092");
        settings.setProperty("semai.trusted-hosts", "db");
        assertThat(catchThrowableOfType(UnsafeStart.class, () -> SafeStart.requireSafe(settings)))
                .hasMessageContaining("«kafka»");
        settings.setProperty("semai.trusted-hosts", "db, kafka");
        assertThatCode(() -> SafeStart.requireSafe(settings)).doesNotThrowAnyException();
    }

    @Test
    void onlyProdIsAsked() {
        GenericApplicationContext context = new GenericApplicationContext();
        settings.setProperty("semai.demo.password", "apa pun");
        context.setEnvironment(new StandardEnvironment());
        assertThatCode(() -> new SafeStart().initialize(context)).doesNotThrowAnyException();
        context.getEnvironment().setActiveProfiles("prod");
        assertThat(catchThrowableOfType(UnsafeStart.class, () -> new SafeStart().initialize(context)))
                .isNotNull();
    }

    @Test
    void aStartThatIsRefusedEndsWithTheSentenceAndItsCure(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Nothing.class)
                        .web(WebApplicationType.NONE)
                        .run("--spring.profiles.active=prod", "--semai.embedded.enabled=false"))
                .isInstanceOf(UnsafeStart.class);
        assertThat(output).contains("tanpa TLS dan tanpa proksi", "Action:", "semai.proxies");
    }

    @Test
    void theTerminalShowsTheSentenceAndItsCure() {
        var analysis = new UnsafeStartAnalyzer().analyze(new RuntimeException(new UnsafeStart("Sebab.", "Obat.")));
        assertThat(analysis.getDescription()).isEqualTo("Sebab.");
        assertThat(analysis.getAction()).isEqualTo("Obat.");
    }

    static class Nothing {}
}
