package id.semai.journal;

import id.semai.stage.Innovation;
import id.semai.stage.StageTransition;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing with one mistake each. */
final class BuggyJournals {

    private BuggyJournals() {}

    private static TransactionTemplate ownTransaction(PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    /** Commits the event whatever becomes of the engine's transaction. */
    static class JournalOutsideTransaction extends StageJournal {

        private final TransactionTemplate own;

        JournalOutsideTransaction(Innovations innovations, EventLog log, PlatformTransactionManager transactions) {
            super(innovations, log);
            this.own = ownTransaction(transactions);
        }

        @Override
        public void append(StageTransition given) {
            own.executeWithoutResult(status -> super.append(given));
        }
    }

    /** Takes the number, and keeps it, without a lock that lasts until the event is committed. */
    static class SequenceWithoutLock extends Innovations {

        private final JdbcClient database;
        private final TransactionTemplate own;

        SequenceWithoutLock(JdbcClient database, Units units, Clock clock, PlatformTransactionManager transactions) {
            super(database, units, clock);
            this.database = database;
            this.own = ownTransaction(transactions);
        }

        @Override
        Turn start(Innovation innovation) {
            return own.execute(status -> super.start(innovation));
        }

        @Override
        Turn next(Innovation innovation) {
            return own.execute(status -> {
                Turn turn = super.next(innovation);
                database.sql("update semai.innovation set last_sequence = ? where id = ?")
                        .params(turn.sequence(), innovation.id())
                        .update();
                return turn;
            });
        }

        @Override
        void keep(String id, Turn turn, Journey journey, String state, String outcome) {
            own.executeWithoutResult(status -> super.keep(id, turn, journey, state, outcome));
        }
    }
}
