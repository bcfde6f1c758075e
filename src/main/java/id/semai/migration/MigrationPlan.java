package id.semai.migration;

import java.util.List;

/**
 * What would happen if the running instances of one version moved to another.
 *
 * @param name of the process, as people read it
 * @param instances how many run in the old version now
 * @param moving how many of them would move
 * @param places every element of the old version where something waits or may wait
 * @param staying those that would not move, the first hundreds of them
 * @param digest of all that does not depend on who waits where; a plan that is started must still have it
 */
public record MigrationPlan(
        String process,
        String name,
        String fromDefinition,
        int fromVersion,
        String toDefinition,
        int toVersion,
        int instances,
        int moving,
        List<Place> places,
        List<Staying> staying,
        String digest) {

    /**
     * An element of the old version; the process itself where a reason concerns everything.
     *
     * @param target the same in the new version; null if it does not go on
     * @param waiting how many instances wait there now
     * @param drafts how many drafts have been typed into its form and not sent
     */
    public record Place(
            String element, String type, String name, String target, int waiting, int drafts, List<Reason> reasons) {

        Place counted(int waitingNow, int draftsNow) {
            return new Place(element, type, name, target, waitingNow, draftsNow, reasons);
        }
    }

    /** @param innovation null for an instance that belongs to none, as a workshop's */
    public record Staying(String instance, String innovation, List<String> reasons) {}
}
