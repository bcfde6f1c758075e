package id.semai.people;

import java.util.Set;

/**
 * Somebody for whom a provider of accounts vouches.
 *
 * @param link tells the person from all others for ever, whatever they are called; at most 255 characters
 * @param name of the account, as the provider has it
 * @param roles ids; what is no role here, or one of the system, counts nothing
 * @param units codes of units, or of governments for roles that see all of their units; unknown ones count nothing
 * @param administrator whether the person holds the roles of the system
 */
public record Vouched(String link, String name, Set<String> roles, Set<String> units, boolean administrator) {

    public Vouched {
        if (link.isBlank()) {
            throw new IllegalArgumentException("nobody is vouched for");
        }
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
    }
}
