package id.semai.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One spelling for each path: what is refused here would mean the same as another spelling to some of those who look at
 * it, and something else to others (Camunda's own filter matches the path before it is decoded). RFC 3986, section 6.2,
 * says which spellings are the same.
 */
class RequestSpelling extends OncePerRequestFilter {

    /** A letter, a digit or one of {@code -._~}: never needs to be encoded. */
    private static final String UNRESERVED = "%(?:4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae]|3[0-9]|2[de])";

    private static final String SEPARATORS = "%(?:2f|5c|3b|25)";
    private static final String CONTROLS = "%(?:[01][0-9a-f]|7f)";
    private static final String DOT_SEGMENTS = "/\\.{1,2}(?:/|$)";
    private static final String NO_HEX = "%(?![0-9a-f]{2})";

    private static final Pattern OTHER_SPELLING = Pattern.compile(
            "//|[;\\\\]|[^\\x21-\\x7e]|" + String.join("|", UNRESERVED, SEPARATORS, CONTROLS, DOT_SEGMENTS, NO_HEX),
            Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OTHER_SPELLING.matcher(request.getRequestURI()).find()) {
            Refused.answer(response, 400, "Alamat ini tidak ditulis dengan cara yang diterima.");
            return;
        }
        chain.doFilter(request, response);
    }
}
