package id.semai.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.semai.stage.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class RegionsTest {

    private static final List<Region> COUNTRY = Regions.of(order(true, 0, 36_742));

    @Test
    void aLabOfOneGovernmentHasTheUnitsOfTheOneThatIsKnown() {
        Region sumbawa = Regions.of(order(false, 86, 174)).get(0);
        Map<String, Long> kinds = sumbawa.units().stream()
                .collect(Collectors.groupingBy(unit -> unit.kind().code(), Collectors.counting()));
        assertThat(kinds).isEqualTo(Map.of("agency", 35L, "district", 18L, "health-centre", 25L, "enterprise", 8L));
        assertThat(sumbawa.units()).extracting(Unit::code).contains("kec-alas", "pkm-unter-iwes", "dikbud");
    }

    @Test
    void theCountryIsAsLargeAsTheIndexCountsIt() {
        assertThat(COUNTRY).hasSize(531);
        assertThat(COUNTRY.stream().mapToInt(Region::innovations).sum()).isEqualTo(36_742);
        assertThat(COUNTRY).extracting(Region::code).doesNotHaveDuplicates();
        List<String> units = COUNTRY.stream()
                .flatMap(region -> region.units().stream())
                .map(Unit::code)
                .toList();
        assertThat(units).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(units).allMatch(code -> code.length() <= 31);
    }

    /** As the organisation's file asks for it. */
    @Test
    void everyDistrictHasItsOffice() {
        List<Region> all = new ArrayList<>(COUNTRY);
        all.addAll(Regions.of(order(false, 86, 174)));
        all.addAll(Regions.of(order(false, 6, 12)));
        assertThat(all).allSatisfy(region -> assertThat(region.units().stream()
                        .filter(unit -> unit.kind() == Unit.Kind.DISTRICT)
                        .map(Unit::district))
                .containsAll(region.units().stream()
                        .map(Unit::district)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /** Within the limits that a reader of YAML has for size and references. */
    @Test
    void theCountrysPeopleFitIntoAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("people.yaml");
        PeopleFile.write(COUNTRY, false, file);
        Map<String, List<?>> people = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        assertThat(people.get("governments")).hasSize(531);
        assertThat(people.get("roles")).hasSize(6);
        assertThat(people.get("demoAccounts")).hasSizeGreaterThan(3 * 531);
    }

    @Test
    void everyInnovationIsBegunOnce() {
        SimulationOrder order = order(false, 86, 174);
        Program program = new Program(order, Regions.of(order).get(0));
        long atWorkshops = program.gatherings().stream()
                .mapToLong(gathering -> gathering.invited().size())
                .sum();
        assertThat(atWorkshops).isEqualTo(79);
        assertThat(atWorkshops + program.proposed().size()).isEqualTo(174);
    }

    private static SimulationOrder order(boolean country, int units, int innovations) {
        return new SimulationOrder(
                country, units, innovations, 6, 2016, 0, LocalDate.of(2026, 7, 1), Path.of("target"));
    }
}
