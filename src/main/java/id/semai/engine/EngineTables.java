package id.semai.engine;

import org.flywaydb.core.Flyway;

/**
 * What Semai adds to the engine's tables. The engine makes them by itself while it starts, after Flyway's ordinary run:
 * so these migrations are a second run with a history of its own, for which other nodes wait as for the first.
 */
final class EngineTables {

    private EngineTables() {}

    static void migrate(Flyway ordinary) {
        Flyway.configure()
                .configuration(ordinary.getConfiguration())
                .locations("classpath:db/engine")
                .table("engine_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
