package id.semai.simulation;

import id.semai.stage.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Writes the organisation that takes part as a file for {@code semai.people.file}: the roles of the one that Semai brings,
 * other governments and units, and accounts of the demo's kind.
 */
final class PeopleFile {

    private final List<Map<String, Object>> governments = new ArrayList<>();
    private final List<Map<String, Object>> accounts = new ArrayList<>();

    private PeopleFile() {}

    /** @param everybody whether heads and teams of all units can log in, or those of the first government only */
    static void write(List<Region> regions, boolean everybody, Path file) {
        PeopleFile people = new PeopleFile();
        people.account("admin", "administrator", Map.of());
        for (Region region : regions) {
            boolean first = people.governments.isEmpty();
            people.governments.add(government(region));
            people.overseers(region, first);
            if (everybody || first) {
                region.units().forEach(people::members);
            }
        }
        people.save(file);
    }

    private void overseers(Region region, boolean first) {
        account(
                Staff.overseer("coordinator", region, first),
                "coordinator",
                Map.of("unit", region.coordinatorUnit().code()));
        account(
                Staff.overseer("leadership", region, first),
                "leadership",
                Map.of("governments", List.of(region.code())));
        account(
                Staff.overseer("facilitator", region, first),
                "facilitator",
                Map.of("governments", List.of(region.code())));
    }

    private void members(Unit unit) {
        account(Staff.member("unit-head", unit), "unit-head", Map.of("unit", unit.code()));
        account(Staff.member("innovator", unit), "innovator", Map.of("unit", unit.code()));
    }

    private void account(String id, String role, Map<String, Object> place) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", id);
        account.put("role", role);
        account.putAll(place);
        accounts.add(account);
    }

    private static Map<String, Object> government(Region region) {
        Map<String, Object> government = new LinkedHashMap<>();
        government.put("code", region.code());
        government.put("areaCode", region.government().areaCode());
        government.put("name", region.government().name());
        government.put("zone", region.government().zone().getId());
        government.put("coordinatorUnit", region.coordinatorUnit().code());
        government.put("units", region.units().stream().map(PeopleFile::unit).toList());
        return government;
    }

    private static Map<String, Object> unit(Unit unit) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", unit.code());
        entry.put("kind", unit.kind().code());
        entry.put("name", unit.name());
        if (unit.district() != null) {
            entry.put("district", unit.district());
        }
        return entry;
    }

    private void save(Path file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("governments", governments);
        all.put("roles", ourRoles());
        all.put("demoAccounts", accounts);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.AUTO);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, "# Dibuat oleh simulasi: bukan organisasi yang sebenarnya.\n" + new Yaml(options).dump(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object ourRoles() {
        try (InputStream ours = PeopleFile.class.getResourceAsStream("/people.yaml")) {
            Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(ours.readAllBytes(), StandardCharsets.UTF_8));
            return file.get("roles");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
