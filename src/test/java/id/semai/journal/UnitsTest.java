package id.semai.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final Unit EMPANG =
            new Unit("sumbawa.empang", "Kecamatan Empang", Unit.Kind.DISTRICT, "Empang", JournalWorld.SUMBAWA, true);

    private final JournalWorld world = new JournalWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aUnitThatIsAnnouncedTwiceIsToldOnce() {
        world.units.announce(EMPANG);
        world.units.announce(EMPANG);

        assertThat(told()).hasSize(1);
        assertThat(told().get(0))
                .contains("\"type\":\"id.semai.unit.changed.v1\"")
                .contains("\"partitionkey\":\"sumbawa.empang\"")
                .contains("\"unitDistrict\":\"Empang\"")
                .contains("\"active\":true");
    }

    @Test
    void aUnitThatChangesIsToldAgainWithTheNextNumber() {
        world.units.announce(EMPANG);
        world.units.announce(
                new Unit(EMPANG.code(), EMPANG.name(), EMPANG.kind(), EMPANG.district(), EMPANG.government(), false));

        assertThat(told()).hasSize(2);
        assertThat(told().get(1)).contains("\"active\":false").contains("\"sequence\":\"0000000002\"");
    }

    @Test
    void aGovernmentThatChangesIsToldWithAllItsUnits() {
        world.units.announce(EMPANG);
        world.units.announce(JournalWorld.DIKBUD);
        Government renamed = new Government(
                "sumbawa",
                "52.04",
                "Kabupaten Sumbawa Besar",
                EMPANG.government().zone());
        world.units.announce(new Unit(EMPANG.code(), EMPANG.name(), EMPANG.kind(), EMPANG.district(), renamed, true));

        assertThat(told()).hasSize(4);
        assertThat(told().stream().filter(event -> event.contains("Kabupaten Sumbawa Besar")))
                .hasSize(2);
    }

    @Test
    void unitsAreFoundByCodeAndByKind() {
        world.units.announce(JournalWorld.DIKBUD);
        world.units.announce(EMPANG);
        Unit dissolved = new Unit("sumbawa.lama", "Kantor Lama", Unit.Kind.AGENCY, null, JournalWorld.SUMBAWA, false);
        world.units.announce(dissolved);

        assertThat(world.units.find("sumbawa.empang")).contains(EMPANG);
        assertThat(world.units.find("sumbawa.tiada")).isEmpty();
        assertThat(world.units.all()).containsExactly(JournalWorld.DIKBUD, dissolved, EMPANG);
        assertThat(world.units.of(List.of(Unit.Kind.AGENCY))).containsExactly(JournalWorld.DIKBUD);
        assertThat(world.units.of(Set.of())).isEmpty();
    }

    private List<String> told() {
        return world.journalled(Stream.UNIT);
    }
}
