package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.journal.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom an installation knows after its very first start. */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final String PASSWORD = "empat kuda hijau terbang";

    /** Camunda keeps a failed start's web applications for the next one in the same process. */
    private static final String NO_WEB = "--spring.main.web-application-type=none";

    @TempDir
    Path folder;

    @Test
    void withTheProfileProdThereAreNoDemoAccountsAndTheAdministratorIsTheOneNamed() {
        try (ConfigurableApplicationContext semai = start(
                "--spring.profiles.active=prod",
                "--semai.embedded.enabled=false",
                "--semai.proxies=127.0.0.1",
                "--semai.admin.user=kelola",
                "--semai.admin.password=" + PASSWORD)) {
            IdentityService identities = semai.getBean(IdentityService.class);

            assertThat(users(identities)).containsExactly("kelola");
            assertThat(identities.checkPassword("kelola", PASSWORD)).isTrue();
            assertThat(identities.createGroupQuery().groupMember("kelola").list())
                    .extracting(Group::getId)
                    .containsExactlyInAnyOrder("camunda-admin", "administrator");
            assertThat(cookies(semai)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(cookie -> assertThat(cookie)
                    .containsPattern("; ?Secure")
                    .contains("SameSite=Lax"));
            assertThat(cookies(semai))
                    .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                    .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly"));
        }
    }

    @Test
    void theAccountsOfADemoAndItsPasswordEndAStartInEarnest() {
        try (ConfigurableApplicationContext demo = start()) {
            Provisioning inEarnest = new Provisioning(
                    demo.getBean(Organisation.class),
                    new PeopleSettings(
                            new PeopleSettings.People("classpath:people.yaml"),
                            new PeopleSettings.Demo("Semai-2016!"),
                            new PeopleSettings.Admin(null, null),
                            new PeopleSettings.Embedded(false)),
                    prod(),
                    demo.getBean(Units.class),
                    demo.getBean(Directory.class),
                    demo.getBean(TaskFilters.class),
                    demo.getBean(Marks.class),
                    demo.getBean(JdbcClient.class),
                    demo.getBean(TransactionTemplate.class));
            assertThatThrownBy(inEarnest::provision)
                    .isInstanceOf(DemoAccountsRemain.class)
                    .hasMessageContaining("koordinator");
        }
    }

    private static MockEnvironment prod() {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("prod");
        return environment;
    }

    @Test
    void aPasswordFromTheEnvironmentNeverReplacesThatOfAnAdministratorWhoIsThere() {
        DataSource database = FreshDatabase.create();
        String[] settings = {
            "--semai.embedded.enabled=false", "--semai.admin.user=kelola", "--semai.admin.password=" + PASSWORD
        };
        start(database, settings).close();
        settings[2] = "--semai.admin.password=yang lain sama sekali";
        try (ConfigurableApplicationContext semai = start(database, settings)) {
            IdentityService identities = semai.getBean(IdentityService.class);
            assertThat(identities.checkPassword("kelola", PASSWORD)).isTrue();
            assertThat(identities.checkPassword("kelola", "yang lain sama sekali"))
                    .isFalse();
        }
    }

    @Test
    void withExternalServersAndNoAdministratorNamedTheLogSaysWhatToDo(CapturedOutput output) throws IOException {
        Path file = Files.writeString(
                folder.resolve("organisasi.yaml"),
                """
                governments:
                  - code: alor
                    areaCode: "53.05"
                    name: Kabupaten Alor
                    zone: Asia/Makassar
                    coordinatorUnit: setda
                    units: [{ code: setda, kind: agency, name: Sekretariat Daerah }]
                """);
        try (ConfigurableApplicationContext semai =
                start("--semai.embedded.enabled=false", "--semai.people.file=" + file)) {
            IdentityService identities = semai.getBean(IdentityService.class);

            assertThat(users(identities)).isEmpty();
            assertThat(identities.createTenantQuery().list())
                    .extracting(Tenant::getId)
                    .containsExactly("setda");
            assertThat(output)
                    .contains("Semai belum mempunyai pengelola sistem")
                    .contains("semai.admin.user");
        }
    }

    @Test
    void aFileFullOfNonsenseEndsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("organisasi.yaml"), "pemerintah: Sumbawa");

        assertThatThrownBy(() -> start("--semai.people.file=" + file, NO_WEB))
                .hasRootCauseInstanceOf(InvalidOrganisation.class)
                .hasStackTraceContaining("isian «pemerintah» tidak dikenal");
    }

    private static List<String> cookies(ConfigurableApplicationContext semai) {
        String page = "http://localhost:" + semai.getEnvironment().getProperty("local.server.port")
                + "/camunda/app/tasklist/default/";
        return new TestRestTemplate()
                .getForEntity(page, String.class)
                .getHeaders()
                .getOrDefault("Set-Cookie", List.of());
    }

    private List<String> users(IdentityService identities) {
        return identities.createUserQuery().list().stream().map(User::getId).toList();
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return start(FreshDatabase.create(), arguments);
    }

    private ConfigurableApplicationContext start(DataSource database, String... arguments) {
        return new SpringApplicationBuilder(PeopleSlice.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("dataSource", DataSource.class, () -> database))
                .properties(
                        "camunda.bpm.process-engine-name=firstStart",
                        "camunda.bpm.auto-deployment-enabled=false",
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.metrics.enabled=false",
                        "server.port=0")
                .run(arguments);
    }
}
