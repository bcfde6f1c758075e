package id.semai.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import id.semai.engine.FilterExpressions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads every JSON body that goes to the engine: a member whose name ends with {@code Expression} is for the engine to
 * evaluate, at whatever depth (CVE-2026-109432), and passes only in a list to be kept, with an expression that lists may
 * hold. The engine says the same again.
 */
class QueryBodies extends OncePerRequestFilter {

    /** No form comes near it, and what is a little too long is told by its field; models are sent as multipart. */
    static final int LARGEST_BODY = 16_000_000;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern KEEPS_A_LIST = Pattern.compile(".*/filter/[^/]+");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).contains("json");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            Refused.answer(response, 413, "Isi permintaan ini terlalu besar.");
        } else if (!isAcceptable(
                body, KEEPS_A_LIST.matcher(request.getRequestURI()).matches())) {
            Refused.answer(
                    response, 400, "Permintaan ini tidak dapat dibaca atau memuat ekspresi yang tidak diterima.");
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    private static boolean isAcceptable(byte[] body, boolean keepsAList) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isEvaluated(json.currentName()) && !isHarmless(json, keepsAList)) {
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }

    private static boolean isEvaluated(String member) {
        return member.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static boolean isHarmless(JsonParser json, boolean keepsAList) throws IOException {
        JsonToken value = json.nextToken();
        return value == JsonToken.VALUE_NULL
                || keepsAList && value == JsonToken.VALUE_STRING && FilterExpressions.isKnown(json.getText());
    }
}
