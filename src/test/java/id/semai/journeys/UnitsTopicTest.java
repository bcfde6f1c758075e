package id.semai.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journal.Units;
import id.semai.stage.Unit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A dashboard knows every unit from the topic alone, also those that have no innovation. */
@EndToEnd
class UnitsTopicTest {

    @Autowired
    Topic topic;

    @Autowired
    Units units;

    @Test
    void everyUnitIsToldOnceUnderItsCode() {
        List<String> codes = units.all().stream().map(Unit::code).toList();
        List<ConsumerRecord<String, String>> told = Office.eventually(() -> {
            List<ConsumerRecord<String, String>> records = topic.records("semai.units.v1");
            return records.size() < codes.size() ? null : records;
        });

        assertThat(told).extracting(ConsumerRecord::key).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(told)
                .filteredOn(record -> record.key().equals("pkm-unter-iwes"))
                .extracting(ConsumerRecord::value)
                .singleElement()
                .asString()
                .contains("\"governmentName\":\"Kabupaten Sumbawa\"", "\"unitKind\":\"health-centre\"", "Unter Iwes");
        assertThat(codes.stream().filter(code -> code.startsWith("kec-"))).hasSize(24);
    }
}
