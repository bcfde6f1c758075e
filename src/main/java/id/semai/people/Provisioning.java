package id.semai.people;

import id.semai.journal.Units;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the organisation's file true in the engine before the first request is served: all of it or nothing, once for
 * all nodes, adding only.
 */
@Component
class Provisioning implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Provisioning.class);
    /** Any number that nothing else in the database locks: "semai" on a telephone's keys. */
    private static final long LOCK = 73624;

    private final Organisation organisation;
    private final PeopleSettings settings;
    private final boolean demo;
    private final boolean prod;
    private final Units units;
    private final Directory directory;
    private final TaskFilters filters;
    private final Marks marks;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    Provisioning(
            Organisation organisation,
            PeopleSettings settings,
            Environment environment,
            Units units,
            Directory directory,
            TaskFilters filters,
            Marks marks,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.settings = settings;
        this.prod = environment.acceptsProfiles(Profiles.of("prod"));
        this.demo = settings.embedded().enabled() && !prod;
        this.units = units;
        this.directory = directory;
        this.filters = filters;
        this.marks = marks;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> provision());
        running = true;
        log.info(
                "The organisation is in place: {} units, {} roles, {} demo accounts",
                organisation.units().size(),
                organisation.roles().size(),
                demo ? organisation.demoAccounts().size() : 0);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the models are deployed, whose stages have lists; before the web server, whose phase is near the highest. */
    @Override
    public int getPhase() {
        return 10;
    }

    void provision() {
        waitForOtherNodes();
        marks.read();
        organisation.units().forEach(units::announce);
        organisation.governments().forEach(directory::add);
        organisation.roles().forEach(directory::add);
        directory.addAdministrators();
        filters.write(organisation.roles());
        if (demo) {
            String password = settings.demo().password();
            organisation.demoAccounts().forEach(account -> directory.add(account, password, organisation));
        } else if (prod) {
            refuseDemoAccounts();
        }
        ensureAdministrator();
    }

    /** A database that was a demo's before still has them. */
    private void refuseDemoAccounts() {
        List<String> open = organisation.demoAccounts().stream()
                .map(DemoAccount::id)
                .filter(account -> directory.opens(account, settings.demo().password()))
                .toList();
        if (!open.isEmpty()) {
            throw new DemoAccountsRemain(open);
        }
    }

    private void waitForOtherNodes() {
        database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
    }

    private void ensureAdministrator() {
        if (directory.hasAdministrator()) {
            return;
        }
        PeopleSettings.Admin admin = settings.admin();
        if (admin.isGiven()) {
            directory.addAdministrator(admin.user(), admin.password(), organisation);
            log.info("{} is the first administrator", admin.user());
        } else {
            log.error(
                    "Semai belum mempunyai pengelola sistem: tidak seorang pun dapat masuk ke Camunda Admin. Isi setelan"
                            + " semai.admin.user dan semai.admin.password, lalu jalankan Semai lagi.");
        }
    }
}
