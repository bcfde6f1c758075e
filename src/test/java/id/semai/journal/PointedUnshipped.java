package id.semai.journal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real queue, which tells of its fault point. */
class PointedUnshipped extends Unshipped {

    final JdbcClient database;
    private final FaultPoint.Listener points;

    PointedUnshipped(JdbcClient database, FaultPoint.Listener points) {
        super(database);
        this.database = database;
        this.points = points;
    }

    @Override
    Batch claim(long epoch, List<Batch.Record> records) {
        points.reach(FaultPoint.BEFORE_CLAIM);
        return super.claim(epoch, records);
    }
}
