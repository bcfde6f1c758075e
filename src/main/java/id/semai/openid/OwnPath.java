package id.semai.openid;

import java.util.regex.Pattern;

/** A page of ours to go back to after the login; whatever else was asked for is not gone to. */
public final class OwnPath {

    /** No second slash and no backslash at the beginning: browsers take what follows for a host. */
    private static final Pattern OURS = Pattern.compile("/(?:[A-Za-z0-9_.~-][A-Za-z0-9_.~/?#=&%:,;+-]{0,500})?");

    private OwnPath() {}

    /** @param otherwise where to go instead */
    public static String of(String asked, String otherwise) {
        return asked != null && OURS.matcher(asked).matches() ? asked : otherwise;
    }
}
