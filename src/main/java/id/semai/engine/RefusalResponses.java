package id.semai.engine;

import id.semai.forms.RefusedSubmission;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Answers {@code {"field", "message"}} with the sentence alone, in every REST application of the engine: found by
 * Jersey itself, since the web applications' own ones cannot be configured.
 */
public class RefusalResponses implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(new PlainMessages());
        context.register(new ExceptionMapper<RefusedSubmission>() {
            @Override
            public Response toResponse(RefusedSubmission refused) {
                return answer(400, refused.field(), refused.getMessage());
            }
        });
        context.register(new ExceptionMapper<Refusal>() {
            @Override
            public Response toResponse(Refusal refused) {
                return answer(refused.status(), refused.field(), refused.getMessage());
            }
        });
    }

    /** {@code field} is null when the sentence speaks of no single field. */
    private static Response answer(int status, String field, String message) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("field", field);
        body.put("message", message);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
