package id.semai.journal;

/** The real outlet, which tells of its fault points. */
class PointedOutlet extends KafkaOutlet {

    final KafkaConnection connection;
    final JournalSettings settings;
    private final FaultPoint.Listener points;

    PointedOutlet(
            KafkaConnection connection, KafkaTopics topics, JournalSettings settings, FaultPoint.Listener points) {
        super(connection, topics, settings);
        this.connection = connection;
        this.settings = settings;
        this.points = points;
    }

    @Override
    void fence() {
        points.reach(FaultPoint.LEASED);
        super.fence();
        points.reach(FaultPoint.FENCED);
    }

    @Override
    Mark readMark() {
        Mark mark = super.readMark();
        points.reach(FaultPoint.MARKED);
        return mark;
    }

    @Override
    void ship(Batch batch) {
        points.reach(FaultPoint.CLAIMED);
        super.ship(batch);
    }

    @Override
    void commit(Batch batch) {
        points.reach(FaultPoint.SENT);
        super.commit(batch);
        points.reach(FaultPoint.COMMITTED);
    }
}
