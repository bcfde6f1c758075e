package id.semai.engine;

import java.util.List;

/**
 * Somebody who may pass tasks from one person to another.
 *
 * @param role in which they do it: {@code administrator} or {@code coordinator}
 * @param units codes of the units they oversee; says nothing of an administrator, who oversees all
 */
public record Overseer(String account, String role, List<String> units) {

    static final String ADMINISTRATOR = "administrator";
    static final String COORDINATOR = "coordinator";

    public boolean overseesAll() {
        return role.equals(ADMINISTRATOR);
    }

    public String title() {
        return title(role);
    }

    /** What people call such a role. */
    public static String title(String role) {
        return role.equals(ADMINISTRATOR) ? "pengelola sistem" : "koordinator";
    }
}
