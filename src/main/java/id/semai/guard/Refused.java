package id.semai.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to a request that goes no further: {@code {"message"}}, as the engine's REST answers. */
final class Refused {

    private Refused() {}

    /** @param sentence goes into JSON as it is */
    static void answer(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("{\"message\":\"" + sentence + "\"}");
    }
}
