package id.semai.prod;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No list of the engine is longer than two thousand, the most that Tasklist asks for, so that nobody has the server gather
 * everything there ever was: who asks for more is told, who names no number gets the first two thousand. The engine's own limit would hold for what Semai looks
 * up in a person's name, too.
 */
class ListLimit extends OncePerRequestFilter {

    static final int LONGEST = 2_000;

    private static final Pattern ASKED = Pattern.compile("(?:^|&)maxResults=([^&]*)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/engine-rest/") && !path.startsWith("/camunda/api/engine/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        Matcher asked = ASKED.matcher(query);
        if (!asked.find()) {
            chain.doFilter(
                    new Asking(request, query + (query.isEmpty() ? "" : "&") + "maxResults=" + LONGEST), response);
        } else if (isTooMuch(asked.group(1)) || asked.find()) {
            Answers.refuse(response, 400, "Mintalah paling banyak 2000 baris sekaligus (maxResults).");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** An encoded or signed number is one that we cannot read. */
    private static boolean isTooMuch(String number) {
        return !number.matches("[0-9]{1,6}") || Integer.parseInt(number) > LONGEST;
    }

    private static class Asking extends HttpServletRequestWrapper {

        private final String query;

        Asking(HttpServletRequest request, String query) {
            super(request);
            this.query = query;
        }

        @Override
        public String getQueryString() {
            return query;
        }
    }
}
