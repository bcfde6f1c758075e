package id.semai.people;

import id.semai.people.Role.Scope;
import id.semai.stage.Government;
import id.semai.stage.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code people.yaml}; whatever is wrong with it is said at once, in sentences that name the entry. */
final class OrganisationFile {

    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final Set<String> governmentCodes = new HashSet<>();
    private final Map<String, Role> roles = new HashMap<>();

    private OrganisationFile() {}

    /** @throws InvalidOrganisation naming every fault */
    static Organisation read(Resource file) {
        OrganisationFile reader = new OrganisationFile();
        Organisation organisation = reader.organisation(reader.load(file));
        if (!reader.faults.isEmpty()) {
            throw new InvalidOrganisation(file.getDescription(), reader.faults);
        }
        return organisation;
    }

    private Entry load(Resource file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream content = file.getInputStream()) {
            return new Entry("Berkas", new Yaml(new SafeConstructor(options)).load(content), faults);
        } catch (MarkedYAMLException e) {
            String place = e.getProblemMark() == null
                    ? ""
                    : " pada baris " + (e.getProblemMark().getLine() + 1);
            throw new InvalidOrganisation(
                    file.getDescription(), List.of("Penulisan YAML keliru" + place + ": " + e.getProblem() + "."));
        } catch (YAMLException e) {
            throw new InvalidOrganisation(
                    file.getDescription(), List.of("Penulisan YAML keliru: " + e.getMessage() + "."));
        } catch (IOException e) {
            throw new InvalidOrganisation(
                    file.getDescription(), List.of("Berkas tidak ada atau tidak dapat dibaca (semai.people.file)."));
        }
    }

    private Organisation organisation(Entry file) {
        List<LocalGovernment> governments = new ArrayList<>();
        file.entries("governments").forEach(entry -> addGovernment(entry, governments));
        List<Role> roleList = new ArrayList<>();
        file.entries("roles").forEach(entry -> addRole(entry, roleList));
        List<DemoAccount> accounts = new ArrayList<>();
        file.entries("demoAccounts").forEach(entry -> addAccount(entry, accounts));
        file.nothingElse();
        if (governments.isEmpty() && file.isSound()) {
            file.fault("paling sedikit satu pemerintah daerah (governments) harus ditulis");
        }
        return new Organisation(governments, roleList, accounts);
    }

    private void addGovernment(Entry numbered, List<LocalGovernment> governments) {
        String code = code(numbered, "code", 20);
        Entry entry = numbered.named("Pemerintah daerah «" + code + "»");
        String areaCode = entry.text("areaCode");
        String name = entry.text("name");
        ZoneId zone = zone(entry);
        String coordinatorUnit = entry.text("coordinatorUnit");
        List<Entry> unitEntries = entry.entries("units");
        entry.nothingElse();
        if (!governmentCodes.add(code)) {
            entry.fault("kode ini dipakai dua kali");
        }
        if (!areaCode.isEmpty() && !areaCode.matches("\\d{2}(\\.\\d{2})?")) {
            entry.fault("kode wilayah «" + areaCode + "» bukan seperti \"52.04\"");
        }
        if (!entry.isSound() || !numbered.isSound()) {
            return;
        }
        Government government = new Government(code, areaCode, name, zone);
        List<Unit> own = units(unitEntries, government);
        if (own.stream().noneMatch(unit -> unit.code().equals(coordinatorUnit))) {
            entry.fault("perangkat daerah koordinator «" + coordinatorUnit + "» tidak ada pada daftar units");
        }
        governments.add(new LocalGovernment(government, coordinatorUnit, own));
    }

    private ZoneId zone(Entry entry) {
        String zone = entry.text("zone");
        try {
            return zone.isEmpty() ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            entry.fault(
                    "zona waktu «" + zone + "» tidak dikenal, gunakan Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura");
            return null;
        }
    }

    private List<Unit> units(List<Entry> entries, Government government) {
        List<Unit> own = new ArrayList<>();
        entries.forEach(entry -> addUnit(entry, government, own));
        Set<String> districts = own.stream()
                .filter(unit -> unit.kind() == Unit.Kind.DISTRICT)
                .map(Unit::district)
                .collect(Collectors.toSet());
        for (Unit unit : own) {
            if (unit.district() != null && !districts.contains(unit.district())) {
                faults.add("Perangkat daerah «" + unit.code() + "»: kecamatan «" + unit.district() + "» tidak ada pada "
                        + government.name() + ".");
            }
        }
        return own;
    }

    private void addUnit(Entry numbered, Government government, List<Unit> own) {
        String code = code(numbered, "code", 31);
        Entry entry = numbered.named("Perangkat daerah «" + code + "»");
        String name = entry.text("name");
        Unit.Kind kind = kind(entry);
        String district = entry.optionalText("district");
        boolean active = entry.flag("active", true);
        entry.nothingElse();
        if (kind == Unit.Kind.DISTRICT && district == null) {
            entry.fault("isian «district» wajib diisi untuk kecamatan");
        }
        if (units.containsKey(code)) {
            entry.fault("kode ini dipakai dua kali");
        }
        if (entry.isSound() && numbered.isSound()) {
            Unit unit = new Unit(code, name, kind, district, government, active);
            units.put(code, unit);
            own.add(unit);
        }
    }

    private Unit.Kind kind(Entry entry) {
        String code = entry.text("kind");
        try {
            return code.isEmpty() ? null : Unit.Kind.of(code);
        } catch (IllegalArgumentException e) {
            entry.fault("jenis «" + code + "» tidak dikenal, gunakan "
                    + Stream.of(Unit.Kind.values()).map(Unit.Kind::code).collect(Collectors.joining(", ")));
            return null;
        }
    }

    private void addRole(Entry numbered, List<Role> list) {
        String id = code(numbered, "id", 16);
        Entry entry = numbered.named("Peran «" + id + "»");
        String name = entry.text("name");
        Scope scope = scope(entry);
        Role role = new Role(
                id,
                name,
                scope,
                processes(entry, "works"),
                processes(entry, "reads"),
                processes(entry, "starts"),
                entry.flag("allTasks", false));
        entry.nothingElse();
        if (roles.containsKey(id)) {
            entry.fault("kode ini dipakai dua kali");
        }
        if (entry.isSound() && numbered.isSound()) {
            roles.put(id, role);
            list.add(role);
        }
    }

    private List<String> processes(Entry entry, String key) {
        List<String> processes = entry.texts(key);
        for (String process : processes) {
            if (!process.matches("[A-Za-z_][A-Za-z0-9_.-]{0,30}")) {
                entry.fault(
                        "«" + process + "» pada isian «" + key + "» bukan kunci proses (paling panjang 31 karakter)");
            }
        }
        return processes;
    }

    private Scope scope(Entry entry) {
        String scope = entry.text("scope");
        for (Scope known : Scope.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(scope)) {
                return known;
            }
        }
        if (!scope.isEmpty()) {
            entry.fault("cakupan «" + scope + "» tidak dikenal, gunakan unit, government, atau system");
        }
        return null;
    }

    private void addAccount(Entry numbered, List<DemoAccount> accounts) {
        String id = numbered.text("id");
        Entry entry = numbered.named("Akun «" + id + "»");
        String roleId = entry.text("role");
        String unit = entry.optionalText("unit");
        List<String> governments = entry.texts("governments");
        entry.nothingElse();
        if (!id.matches("[a-z0-9]+([._-][a-z0-9]+)*") || id.length() > 50) {
            entry.fault("id hanya boleh huruf kecil, angka, titik, dan tanda hubung, paling panjang 50 karakter");
        }
        if (accounts.stream().anyMatch(other -> other.id().equals(id))) {
            entry.fault("id ini dipakai dua kali");
        }
        Role role = roles.get(roleId);
        if (role == null) {
            entry.fault("peran «" + roleId + "» tidak ada pada daftar roles");
            return;
        }
        checkPlace(entry, role, unit, governments);
        if (entry.isSound() && numbered.isSound()) {
            accounts.add(new DemoAccount(id, role, unit, overseen(role, unit, governments)));
        }
    }

    private void checkPlace(Entry entry, Role role, String unit, List<String> governments) {
        if (unit != null && !units.containsKey(unit)) {
            entry.fault("perangkat daerah «" + unit + "» tidak dikenal");
        }
        for (String government : governments) {
            if (!governmentCodes.contains(government)) {
                entry.fault("pemerintah daerah «" + government + "» tidak dikenal");
            }
        }
        if (role.scope() == Scope.UNIT && unit == null) {
            entry.fault("perangkat daerahnya (unit) belum ditulis");
        }
        if (role.scope() == Scope.GOVERNMENT && unit == null && governments.isEmpty()) {
            entry.fault("perangkat daerahnya (unit) atau pemerintah daerahnya (governments) belum ditulis");
        }
        if (role.scope() != Scope.GOVERNMENT && !governments.isEmpty()) {
            entry.fault("isian «governments» hanya untuk peran dengan cakupan government");
        }
    }

    private List<String> overseen(Role role, String unit, List<String> governments) {
        if (role.scope() != Scope.GOVERNMENT || !governments.isEmpty()) {
            return governments;
        }
        return List.of(units.get(unit).government().code());
    }

    private String code(Entry entry, String key, int longest) {
        String code = entry.text(key);
        if (!code.isEmpty() && (!code.matches(CODE) || code.length() > longest)) {
            entry.fault("kode «" + code + "» hanya boleh huruf kecil, angka, dan tanda hubung, paling panjang "
                    + longest + " karakter");
        }
        return code;
    }
}
