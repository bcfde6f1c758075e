package id.semai.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml sets is what the profile prod asks for; its SQL is tried on a real PostgreSQL. */
@SuppressWarnings("unchecked")
class ComposeInEarnestTest {

    private static final String PASSWORD = "kata 'sandi' \\ acak";

    private static Map<String, Map<String, Map<String, Object>>> compose;
    private static EmbeddedPostgres postgres;
    private static DataSource superuser;
    private static DataSource semai;

    @BeforeAll
    static void start() throws IOException {
        compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        postgres = EmbeddedPostgres.start();
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database semai")
                .update();
        superuser = postgres.getDatabase("postgres", "semai");
        semai = new DriverManagerDataSource(postgres.getJdbcUrl("semai", "semai"), "semai", PASSWORD);
        // As psql reads it.
        run(sql("role-of-semai")
                .replaceFirst("\\\\getenv password SEMAI_DATABASE_PASSWORD\n", "")
                .replace(":'password'", "'" + PASSWORD.replace("'", "''") + "'"));
        Flyway.configure()
                .dataSource(semai)
                .schemas("semai")
                .defaultSchema("semai")
                .load()
                .migrate();
        JdbcClient.create(semai)
                .sql("create table act_ru_task (id_ varchar(64) primary key)")
                .update();
        run(sql("owner-of-audit"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void itsSettingsAreSafe() {
        Map<String, Object> variables = new LinkedHashMap<>();
        environment("semai")
                .forEach((name, value) ->
                        variables.put(name, value == null ? "" : value.replaceAll("\\$.*", "perahu " + name)));
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);

        assertThat(environment.getProperty("spring.profiles.active")).isEqualTo("prod");
        environment.setActiveProfiles("prod");
        assertThatCode(() -> new SafeStart().initialize(context)).doesNotThrowAnyException();
        for (String setting : List.of("SEMAI_PROXIES", "SEMAI_TRUSTED_HOSTS")) {
            Object kept = variables.remove(setting);
            assertThatThrownBy(() -> new SafeStart().initialize(context))
                    .as(setting)
                    .isInstanceOf(UnsafeStart.class);
            variables.put(setting, kept);
        }
    }

    @Test
    void whoIsBelievedIsTheGatewayOfItsOwnNetworkAndOnlyThisMachineReachesIt() {
        Map<String, Object> network =
                (Map<String, Object>) compose.get("networks").get("default").get("ipam");
        assertThat(((List<Map<String, String>>) network.get("config")).get(0))
                .containsEntry("gateway", environment("semai").get("SEMAI_PROXIES"));
        assertThat((List<String>) compose.get("services").get("semai").get("ports"))
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void semaisRoleIsTheOneThatIsMade() {
        assertThat(environment("semai"))
                .containsEntry("SPRING_DATASOURCE_USERNAME", "semai")
                .containsEntry(
                        "SPRING_DATASOURCE_PASSWORD", environment("postgres").get("SEMAI_DATABASE_PASSWORD"));
        assertThat(environment("postgres")).containsEntry("POSTGRES_DB", "semai");
        assertThat(environment("audit-owner").get("PGPASSWORD"))
                .isEqualTo(environment("postgres").get("POSTGRES_PASSWORD"));
        assertThat(sql("role-of-semai")).startsWith("\\getenv password SEMAI_DATABASE_PASSWORD\n");
        assertThatCode(() -> DatabaseRole.requireModest(semai)).doesNotThrowAnyException();
    }

    @Test
    void theAuditTrailIsWrittenAndNotEvenSemaiMayChangeIt() {
        JdbcClient asSemai = JdbcClient.create(semai);
        assertThat(asSemai.sql("insert into semai.audit (kind, what) values ('login', 'uji')")
                        .update())
                .isEqualTo(1);
        assertThat(asSemai.sql("select count(*) from semai.audit")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from semai.audit",
                "update semai.audit set what = ''",
                "truncate semai.audit",
                "drop table semai.audit",
                "drop schema semai cascade",
                "alter table semai.audit disable trigger all",
                "drop trigger audit_is_append_only on semai.audit",
                "create or replace function semai.refuse_change() returns trigger language plpgsql as 'begin return null; end'",
                "drop database semai",
                "set role postgres"
            })
    void thatIsHowItIsNotChanged(String attempt) {
        assertThatThrownBy(() -> JdbcClient.create(semai).sql(attempt).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|append).*");
    }

    @Test
    void semaiMayMakeNoRoleForReportsSoTheDatabasesAdministratorDoesAsTheMigrationSays() throws IOException {
        JdbcClient asAdministrator = JdbcClient.create(superuser);
        assertThat(asAdministrator
                        .sql("select rolname from pg_roles where rolname = 'semai_reporting'")
                        .query(String.class)
                        .list())
                .isEmpty();
        Path migrations = Path.of("src/main/resources/db/migration");
        String advice = (Files.readString(migrations.resolve("V7__reporting.sql"))
                        + Files.readString(migrations.resolve("V8__order_of_stages.sql")))
                .lines()
                .filter(line -> line.startsWith("--   "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
        assertThat(advice).contains("create role semai_reporting", "create role grafana");
        run(advice);
        assertThat(asAdministrator
                        .sql("select has_table_privilege('grafana', 'reporting.units', 'select')"
                                + " and has_table_privilege('grafana', 'reporting.stages', 'select')"
                                + " and not has_table_privilege('grafana', 'reporting.unit', 'select')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void semaiStartsAgainAfterwardsAndSoDoesWhatTookTheTrailFromIt() {
        run(sql("owner-of-audit"));
        assertThatCode(() -> Flyway.configure()
                        .dataSource(semai)
                        .schemas("semai")
                        .defaultSchema("semai")
                        .load()
                        .migrate())
                .doesNotThrowAnyException();
        JdbcClient asSemai = JdbcClient.create(semai);
        assertThatCode(() -> asSemai.sql("create table semai.later (id int)").update())
                .doesNotThrowAnyException();
        asSemai.sql("drop table semai.later").update();
    }

    @Test
    void everyFileOfSqlIsGivenToWhoRunsIt() {
        assertThat(compose.get("configs")).containsOnlyKeys("role-of-semai", "owner-of-audit");
        assertThat(config("postgres"))
                .containsEntry("source", "role-of-semai")
                .extractingByKey("target")
                .asString()
                .matches("/docker-entrypoint-initdb\\.d/.+\\.sql");
        assertThat(config("audit-owner")).containsEntry("source", "owner-of-audit");
        assertThat((List<String>) compose.get("services").get("audit-owner").get("command"))
                .contains("--file=" + config("audit-owner").get("target"));
    }

    private static void run(String statements) {
        JdbcClient.create(superuser).sql(statements).update();
    }

    private static String sql(String config) {
        return (String) compose.get("configs").get(config).get("content");
    }

    private static Map<String, String> config(String service) {
        return ((List<Map<String, String>>) compose.get("services").get(service).get("configs")).get(0);
    }

    private static Map<String, String> environment(String service) {
        return (Map<String, String>) compose.get("services").get(service).get("environment");
    }
}
