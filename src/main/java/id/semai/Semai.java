package id.semai;

import id.semai.checkcommand.CheckStart;
import id.semai.dashboardlogin.DashboardLogin;
import id.semai.dashboardpages.DashboardAlone;
import id.semai.embedded.RunningServers;
import id.semai.intake.DashboardCommand;
import id.semai.journal.JournalCommands;
import id.semai.prod.PlainEdge;
import id.semai.simulation.SimulateCommand;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Carries public-service innovations of local governments from a workshop's commitment to rollout. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Semai {

    public static void main(String[] args) {
        if (CheckStart.meant(args)) {
            System.exit(CheckStart.run(args));
        }
        if (DashboardCommand.meant(args)) {
            System.exit(DashboardCommand.run(args, RunningServers.class));
        }
        if (SimulateCommand.meant(args)) {
            System.exit(SimulateCommand.run(args, Semai.class, RunningServers.class));
        }
        if (JournalCommands.meant(args)) {
            System.exit(JournalCommands.run(args, RunningServers.class));
        }
        if (DashboardAlone.meant(args)) {
            DashboardAlone.run(args, PlainEdge.class, DashboardLogin.class);
        } else {
            SpringApplication.run(Semai.class, args);
        }
    }

    /** The one source of "now" outside the engine; times are kept in UTC. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
