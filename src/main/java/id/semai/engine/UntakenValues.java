package id.semai.engine;

import java.sql.SQLException;
import java.util.Map;
import org.camunda.bpm.engine.impl.errorcode.ExceptionCodeProvider;

/** Numbers what PostgreSQL does not take, so that REST can tell it from a failure of the database. */
class UntakenValues implements ExceptionCodeProvider {

    /** The first numbers that the engine leaves to others. */
    static final int THERE_ALREADY = 20_000;

    static final int NO_TEXT = 20_001;

    /** By SQLSTATE: a unique violation, and the character NUL. */
    private static final Map<String, Integer> CODES = Map.of("23505", THERE_ALREADY, "22021", NO_TEXT);

    @Override
    public Integer provideCode(SQLException failure) {
        return failure.getSQLState() == null ? null : CODES.get(failure.getSQLState());
    }
}
