package id.semai.models;

import id.semai.rulebook.Finding;
import id.semai.rulebook.Severity;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The engine does not take a bundle, whatever the check has said. */
class EngineRefusal extends RuntimeException {

    private static final String UNKNOWN =
            "Mesin proses menolak isi berkas ini: periksa dan simpan ulang dengan Camunda Modeler.";

    private final Bundle bundle;
    private final String sentence;

    private EngineRefusal(Bundle bundle, String sentence, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.bundle = bundle;
        this.sentence = sentence;
    }

    /** Its event cannot be sent; the message is for administrators. */
    static EngineRefusal ofJournal(Bundle bundle, IllegalArgumentException refused) {
        return new EngineRefusal(bundle, refused.getMessage(), refused);
    }

    /** What has to do with the content; anything else, as a database that is away, is the caller's failure. */
    static RuntimeException of(Bundle bundle, RuntimeException failure) {
        return isOfTheDatabase(failure) || failure instanceof AuthorizationException
                ? failure
                : new EngineRefusal(bundle, UNKNOWN, failure);
    }

    private static boolean isOfTheDatabase(Throwable failure) {
        return failure != null
                && (failure instanceof SQLException
                        || failure instanceof DataAccessException
                        || failure instanceof TransactionException
                        || failure instanceof OptimisticLockingException
                        || isOfTheDatabase(failure.getCause()));
    }

    Bundle bundle() {
        return bundle;
    }

    List<Finding> findings() {
        if (getCause() instanceof ParseException parse) {
            return parse.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream().map(problem -> finding(report, problem)))
                    .toList();
        }
        return List.of(new Finding(bundle.file(), 0, Severity.ERROR, "engine", null, null, sentence));
    }

    private static Finding finding(ResourceReport report, Problem problem) {
        return new Finding(
                report.getResourceName(),
                problem.getLine(),
                Severity.ERROR,
                "engine",
                problem.getMainElementId(),
                null,
                problem.getMessage());
    }
}
