package id.semai.forms;

import java.util.regex.Pattern;

/** How much FEEL is given to its parser, whose time doubles with every bracket that is left open. */
public final class FeelLimits {

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 6;
    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*+\"");
    private static final Pattern FOREIGN = Pattern.compile("\\bexternal\\b");

    private FeelLimits() {}

    /** Null if it may be parsed. */
    public static String fault(String text) {
        if (text.length() > LONGEST) {
            return "> " + LONGEST + " huruf (letters)";
        }
        String unquoted = QUOTED.matcher(text).replaceAll("\"\"");
        if (depth(unquoted) > DEEPEST) {
            return "> " + DEEPEST + " kurung bertingkat (nested brackets)";
        }
        return FOREIGN.matcher(unquoted).find() ? "external" : null;
    }

    private static int depth(String text) {
        int open = 0;
        int deepest = 0;
        for (char letter : text.toCharArray()) {
            open += "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, open);
        }
        return deepest;
    }
}
