package id.semai.guard;

import java.util.Set;

/** Who asks; looked up only where a line of the list wants to know. */
interface Caller {

    boolean isKnown();

    /** @return ids; empty for whoever is not known */
    Set<String> roles();
}
