package id.semai.dashboardpages;

import java.util.Set;

/**
 * What may be asked of the dashboard that runs alone besides being looked at.
 *
 * @param requests method and path of each: {@code DELETE /api/sesi}
 */
public record Ways(Set<String> requests) {

    public Ways {
        requests = Set.copyOf(requests);
    }
}
