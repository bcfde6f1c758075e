package id.semai.engine;

import java.util.regex.Pattern;

/** What the lists of Tasklist may have evaluated: the reader, the reader's roles, and days counted from today. */
public final class FilterExpressions {

    private static final Pattern KNOWN =
            Pattern.compile("\\$\\{(?:now\\(\\)|currentUser\\(\\)|currentUserGroups\\(\\)|inDays\\(-?\\d{1,4}\\))}");

    private FilterExpressions() {}

    public static boolean isKnown(String expression) {
        return KNOWN.matcher(expression).matches();
    }
}
