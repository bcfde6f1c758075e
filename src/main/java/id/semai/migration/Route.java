package id.semai.migration;

import id.semai.migration.MigrationPlan.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The way from one version to another, whoever takes it: both versions are unchangeable, and so is this.
 *
 * @param engine the engine's own plan, which maps every element to the one with the same id
 * @param places in the order of the model, not counted
 * @param forgotten tasks that four eyes ask about, and whose doers the new version would forget
 */
record Route(
        Comparison comparison,
        org.camunda.bpm.engine.migration.MigrationPlan engine,
        List<Place> places,
        Set<String> forgotten) {

    ProcessDefinition from() {
        return comparison.old().definition();
    }

    ProcessDefinition to() {
        return comparison.fresh().definition();
    }

    /**
     * Why an instance stays; empty if it moves.
     *
     * @param touched ids of the elements where it waits and of the events that it waits for
     * @param done ids of the forgotten tasks that it has behind it
     * @param against which reasons keep it where it is
     */
    List<String> obstacles(Set<String> touched, Set<String> done, Predicate<Reason> against) {
        List<String> obstacles = new ArrayList<>();
        for (Place place : places) {
            if (touched.contains(place.element()) || place.element().equals(from().getKey())) {
                place.reasons().stream().filter(against).forEach(reason -> obstacles.add(reason.sentence()));
            }
        }
        done.stream().map(this::forgottenDoer).forEach(obstacles::add);
        touched.stream().filter(this::isUnknown).map(this::unknown).forEach(obstacles::add);
        return obstacles.stream().distinct().toList();
    }

    private String forgottenDoer(String task) {
        return "Tugas «%s» sudah dikerjakan, dan versi %d tidak lagi mengenalnya: aturan empat mata tidak dapat mengingat siapa yang mengerjakannya."
                .formatted(Words.name(comparison.old().node(task)), to().getVersion());
    }

    /** What no rule has looked at is no place to move from. */
    private boolean isUnknown(String element) {
        return places.stream().noneMatch(place -> place.element().equals(element));
    }

    private String unknown(String element) {
        return "Menunggu di «%s», yang tidak dikenal sebagai tempat menunggu.".formatted(element);
    }

    String digest() {
        StringBuilder text = new StringBuilder()
                .append(from().getId())
                .append('\n')
                .append(to().getId())
                .append('\n')
                .append(forgotten)
                .append('\n')
                .append(instructions());
        places.forEach(place -> text.append('\n').append(place));
        return sha256(text.toString());
    }

    private Map<String, Boolean> instructions() {
        Map<String, Boolean> instructions = new TreeMap<>();
        engine.getInstructions()
                .forEach(one -> instructions.put(
                        one.getSourceActivityId() + ">" + one.getTargetActivityId(), one.isUpdateEventTrigger()));
        return instructions;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
