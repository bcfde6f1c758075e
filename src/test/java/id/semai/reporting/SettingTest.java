package id.semai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.semai.dashboard.Board;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Who copies the board, by the settings; with a database that only counts who comes. */
class SettingTest {

    private final AtomicInteger asked = new AtomicInteger();

    private final DataSource database = new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            throw new SQLException("tutup");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    };

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(ReportingConfiguration.class);

    @Test
    void withoutASettingTheBoardIsCopied() {
        withBoard().run(context -> {
            assertThat(context).hasSingleBean(Copyist.class);
            await().until(() -> asked.get() > 0);
        });
    }

    @Test
    void whoeverShallNotCopyHasNobodyWhoWould() {
        withBoard()
                .withPropertyValues("semai.dashboard.reporting=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Copyist.class));
        assertThat(asked).hasValue(0);
    }

    /** Then there is no board, nor perhaps a database. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void withoutADashboardThereIsNothingToCopy(String reporting) {
        application
                .withPropertyValues("semai.dashboard.enabled=false", "semai.dashboard.reporting=" + reporting)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Copyist.class));
    }

    private ApplicationContextRunner withBoard() {
        return application.withBean(Board.class, Shelf::new).withBean("database", DataSource.class, () -> database);
    }
}
