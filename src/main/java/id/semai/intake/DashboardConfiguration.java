package id.semai.intake;

import id.semai.fold.LiveBoard;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.kafka.KafkaConnectionDetails;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A board that is kept up to date. It asks for a {@link Clock} and Spring's Kafka, and for nothing of Semai. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "semai.dashboard.enabled", matchIfMissing = true)
@EnableConfigurationProperties(DashboardSettings.class)
public class DashboardConfiguration {

    @Bean
    LiveBoard board(Clock clock) {
        return new LiveBoard(clock.instant());
    }

    @Bean
    Reader dashboardReader(
            LiveBoard board,
            KafkaProperties properties,
            KafkaConnectionDetails details,
            ObjectProvider<SslBundles> bundles,
            DashboardSettings settings,
            Clock clock) {
        return new Reader(board, new KafkaAccess(properties, details, bundles), settings, clock);
    }

    @Bean
    BoardMetrics dashboardMetrics(LiveBoard board) {
        return new BoardMetrics(board);
    }
}
