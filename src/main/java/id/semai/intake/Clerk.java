package id.semai.intake;

import id.semai.dashboard.Aside;
import id.semai.events.EventParser;
import id.semai.events.NoEvent;
import id.semai.events.Told;
import id.semai.fold.LiveBoard;
import id.semai.snapshots.Memory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters a record on the board; what is no event is set aside. No record stops anything. */
class Clerk {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final int LARGEST_ASIDE = 65_536;

    private final LiveBoard board;
    private final String units;
    private final Memory memory;
    private final Clock clock;
    private final EventParser parser = new EventParser();

    /** @param units the topic that tells of units; all others tell of innovations and models */
    Clerk(LiveBoard board, String units, Memory memory, Clock clock) {
        this.board = board;
        this.units = units;
        this.memory = memory;
        this.clock = clock;
    }

    /** @param known whether it was read before, on purpose */
    void enter(ConsumerRecord<String, byte[]> record, boolean known) {
        try {
            tell(record, known);
        } catch (NoEvent refusal) {
            setAside(record, refusal.getMessage(), known);
        } catch (RuntimeException surprise) {
            LOG.warn(
                    "Rekaman {}-{} offset {} disisihkan",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    surprise);
            setAside(record, "tidak dapat diolah: " + surprise.getMessage(), known);
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record, boolean known) {
        boolean ofUnits = record.topic().equals(units);
        if (ofUnits && record.value() == null && record.key() != null) {
            board.forgetUnit(record.key(), record.offset());
            return;
        }
        Told told = parser.parse(record.key(), record.value());
        if (ofUnits) {
            board.applyUnit(told, record.offset());
        } else {
            apply(told, new TopicPartition(record.topic(), record.partition()), known);
        }
    }

    private void apply(Told told, TopicPartition place, boolean known) {
        if (board.apply(told, place, known)) {
            LOG.warn(
                    "Inovasi {}: peristiwa sebelum nomor {} belum ada; {} dibaca ulang.",
                    told.subject(),
                    told.sequence(),
                    place);
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> record, String reason, boolean known) {
        if (known) {
            return;
        }
        Aside aside = new Aside(
                record.topic(),
                record.partition(),
                record.offset(),
                clock.instant(),
                reason,
                record.key(),
                beginning(record.value()));
        board.setAside(aside);
        memory.note(aside);
    }

    private static String beginning(byte[] value) {
        return value == null
                ? null
                : new String(Arrays.copyOf(value, Math.min(value.length, LARGEST_ASIDE)), StandardCharsets.UTF_8);
    }
}
