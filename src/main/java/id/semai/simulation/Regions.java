package id.semai.simulation;

import static java.util.stream.Collectors.toCollection;

import id.semai.stage.Government;
import id.semai.stage.Unit;
import id.semai.stage.Unit.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Who takes part: the governments with their units, as many of each kind as in a lab that is known. */
final class Regions {

    private static final List<List<String>> DISTRICTS = Lists.read("sumbawa-districts");
    private static final List<List<String>> AGENCIES = Lists.read("sumbawa-agencies");
    private static final List<List<String>> ENTERPRISES = Lists.read("enterprises");

    private static final int FEWEST_UNITS = 4;

    private Regions() {}

    static List<Region> of(SimulationOrder order) {
        return order.country() ? country(order) : List.of(sumbawa(order.units(), order.innovations()));
    }

    private static Region sumbawa(int units, int innovations) {
        Government government = new Government("sumbawa", "52.04", "Kabupaten Sumbawa", ZoneId.of("Asia/Makassar"));
        return new Region(government, units(government, "", units), innovations);
    }

    /** Governments differ in size as they do in the index, and all of them together are as many as were ordered. */
    private static List<Region> country(SimulationOrder order) {
        List<Government> governments = governments();
        List<Double> sizes = governments.stream()
                .map(government ->
                        Chance.of(order.seed(), government.code(), "size").around(1, 0.5))
                .collect(toCollection(ArrayList::new));
        int[] innovations = share(order.innovations(), sizes);
        return IntStream.range(0, governments.size())
                .filter(place -> innovations[place] > 0)
                .mapToObj(place -> region(governments.get(place), innovations[place]))
                .toList();
    }

    private static Region region(Government government, int innovations) {
        int units = Math.max(FEWEST_UNITS, Math.round(innovations * (float) Habits.LAB_UNITS / Habits.LAB_IDEAS));
        return new Region(government, units(government, government.code() + "-", units), innovations);
    }

    /** Of all that there are, those that the index of the year before last knows: a few hand in nothing. */
    private static List<Government> governments() {
        List<Government> all = new ArrayList<>();
        for (List<String> province : Lists.read("provinces")) {
            String area = province.get(0);
            ZoneId zone = ZoneId.of(province.get(2));
            all.add(new Government("p" + area, area, "Provinsi " + province.get(1), zone));
            for (int number = 1; number <= Integer.parseInt(province.get(3)); number++) {
                all.add(new Government(
                        "k%s%02d".formatted(area, number),
                        "%s.%02d".formatted(area, number),
                        "Kabupaten/Kota %s.%02d, %s".formatted(area, number, province.get(1)),
                        zone));
            }
        }
        int silent = all.size() - Habits.COUNTRY_GOVERNMENTS;
        IntStream.range(0, silent).forEach(number -> all.remove((number + 1) * (all.size() / (silent + 1))));
        return all;
    }

    private static List<Unit> units(Government government, String prefix, int count) {
        int[] kinds = share(
                count,
                List.of(
                        (double) Habits.LAB_AGENCIES,
                        (double) Habits.LAB_DISTRICTS,
                        (double) Habits.LAB_HEALTH_CENTRES,
                        (double) Habits.LAB_ENTERPRISES));
        List<Unit> units = new ArrayList<>();
        IntStream.range(0, Math.max(1, kinds[0])).forEach(i -> units.add(agency(government, prefix, i)));
        IntStream.range(0, kinds[1]).forEach(i -> units.add(district(government, prefix, i)));
        IntStream.range(0, kinds[2]).forEach(i -> units.add(healthCentre(government, prefix, i, kinds[1])));
        IntStream.range(0, kinds[3]).forEach(i -> units.add(enterprise(government, prefix, i)));
        return units;
    }

    private static Unit agency(Government government, String prefix, int place) {
        return named(government, prefix, AGENCIES, place, Kind.AGENCY, "dinas", "Dinas");
    }

    private static Unit enterprise(Government government, String prefix, int place) {
        return named(government, prefix, ENTERPRISES, place, Kind.ENTERPRISE, "bumd", "BUMD");
    }

    private static Unit named(
            Government government,
            String prefix,
            List<List<String>> names,
            int place,
            Kind kind,
            String code,
            String name) {
        List<String> known =
                place < names.size() ? names.get(place) : List.of(code + "-" + (place + 1), name + " " + (place + 1));
        return new Unit(prefix + known.get(0), known.get(1), kind, null, government, true);
    }

    private static Unit district(Government government, String prefix, int place) {
        String name = districtName(prefix, place);
        return new Unit(prefix + "kec-" + code(name), "Kecamatan " + name, Kind.DISTRICT, name, government, true);
    }

    /** Each of the districts has one before any has a second. */
    private static Unit healthCentre(Government government, String prefix, int place, int districts) {
        String district = districts == 0 ? null : districtName(prefix, place % districts);
        String name = district == null
                ? "Kota " + (place + 1)
                : place < districts ? district : district + " " + (place / districts + 1);
        return new Unit(
                prefix + "pkm-" + code(name), "Puskesmas " + name, Kind.HEALTH_CENTRE, district, government, true);
    }

    private static String districtName(String prefix, int place) {
        return prefix.isEmpty() && place < DISTRICTS.size()
                ? DISTRICTS.get(place).get(0)
                : "Wilayah " + (place + 1);
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Whole numbers in proportion to the weights, which add up to the total. */
    static int[] share(int total, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        int[] shares = new int[weights.size()];
        double owed = 0;
        int given = 0;
        for (int place = 0; place < shares.length; place++) {
            owed += total * weights.get(place) / sum;
            shares[place] = (int) Math.round(owed) - given;
            given += shares[place];
        }
        return shares;
    }
}
