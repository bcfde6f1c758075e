package id.semai.simulation;

import id.semai.stage.Unit;
import java.util.List;

/** What an innovation is about: words and figures for its forms. */
record Idea(
        String kind,
        String name,
        String affair,
        String problem,
        String demand,
        String source,
        Measure quantity,
        Measure quality,
        String novelty,
        boolean digital) {

    private static final List<Idea> ALL =
            Lists.read("ideas").stream().map(Idea::of).toList();

    /** The innovations of one unit take different ideas one after the other. */
    static Idea of(Unit unit, int number) {
        List<Idea> fitting = fitting(unit);
        return fitting.get(Math.floorMod(unit.code().hashCode() + number, fitting.size()));
    }

    String titleFor(Unit unit, int number) {
        String place = unit.district() == null ? unit.name() : unit.district();
        int round = number / fitting(unit).size();
        return name + " " + place + (round == 0 ? "" : " " + (round + 1));
    }

    private static List<Idea> fitting(Unit unit) {
        return ALL.stream().filter(idea -> idea.kind.equals(unit.kind().code())).toList();
    }

    private static Idea of(List<String> parts) {
        return new Idea(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                Measure.of(parts.get(6), true),
                Measure.of(parts.get(7), false),
                parts.get(8),
                parts.get(9).equals("digital"));
    }

    /** What is counted or rated before and, if all goes well, afterwards. */
    record Measure(String name, String unit, int baseline, int target) {

        static Measure of(String text, boolean counted) {
            String[] parts = text.split(",");
            int last = parts.length - 1;
            return new Measure(
                    parts[0].strip(), counted ? parts[1].strip() : "", number(parts[last - 1]), number(parts[last]));
        }

        /** So far on the way from before to the target, or beyond it. */
        int reached(double part) {
            return (int) Math.max(0, Math.round(baseline + (target - baseline) * part));
        }

        private static int number(String text) {
            return Integer.parseInt(text.strip());
        }
    }
}
