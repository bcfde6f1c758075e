package id.semai.reporting;

import id.semai.dashboard.Board;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The board as tables, for tools that speak SQL. The dashboard that runs alone has no database, and does not look here. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(
        name = {"semai.dashboard.enabled", "semai.dashboard.reporting"},
        matchIfMissing = true)
class ReportingConfiguration {

    @Bean
    Copyist copyist(Board board, DataSource database, @Value("${semai.dashboard.zone:Asia/Jakarta}") ZoneId zone) {
        return new Copyist(board, database, zone);
    }
}
