package id.semai.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One line of the list.
 *
 * @param methods HTTP methods; {@code *} for all
 * @param path its segments, as in a request that {@link RequestSpelling} let through; {@code *} is any one, {@code
 *     *.js} any that ends so, {@code **} at the end whatever follows
 * @param who roles, or one of {@code anybody}, {@code person}, {@code guest}, {@code nobody}
 */
record AccessRule(Set<String> methods, List<String> path, Set<String> who) {

    /** Logged in or not. */
    static final String ANYBODY = "anybody";
    /** Logged in, whatever the role. */
    static final String PERSON = "person";
    /** Not logged in. */
    static final String GUEST = "guest";
    /** For those it is not there. */
    static final String NOBODY = "nobody";

    private static final String ANY = "*";
    private static final String REST = "**";

    AccessRule {
        methods = Set.copyOf(methods);
        path = List.copyOf(path);
        who = Set.copyOf(who);
        if (methods.isEmpty() || path.isEmpty() || who.isEmpty()) {
            throw new IllegalArgumentException("methods, path or roles are missing");
        }
        if (path.indexOf(REST) >= 0 && path.indexOf(REST) < path.size() - 1) {
            throw new IllegalArgumentException("** stands at the end of a path only");
        }
    }

    static List<String> segments(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with /: " + path);
        }
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    boolean leadsTo(List<String> asked) {
        boolean open = path.get(path.size() - 1).equals(REST);
        int fixed = open ? path.size() - 1 : path.size();
        if (open ? asked.size() <= fixed : asked.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!fits(path.get(i), asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String segment, String asked) {
        return segment.startsWith(ANY)
                ? asked.length() >= segment.length() && asked.endsWith(segment.substring(1))
                : segment.equals(asked);
    }

    /** What may be read may be looked at without its body, too. */
    boolean takes(String method) {
        return methods.contains(ANY) || methods.contains(method) || method.equals("HEAD") && methods.contains("GET");
    }

    Verdict judge(Caller caller) {
        if (who.contains(ANYBODY)) {
            return Verdict.GRANTED;
        }
        if (who.contains(NOBODY)) {
            return Verdict.UNKNOWN;
        }
        if (!caller.isKnown()) {
            return who.contains(GUEST) ? Verdict.GRANTED : Verdict.LOGIN_FIRST;
        }
        return who.contains(PERSON) || caller.roles().stream().anyMatch(who::contains)
                ? Verdict.GRANTED
                : Verdict.FORBIDDEN;
    }
}
