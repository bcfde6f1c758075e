package id.semai.engine;

import static org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode.COLUMN_SIZE_TOO_SMALL;
import static org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;

/**
 * What the engine's REST answers to nonsense: no names of Java classes, and no failure of the server where what was sent is
 * wrong. The kinds of refusals stay, since clients go by them; the log has it all.
 *
 * <p>Camunda checks little of what it reads, and stumbles over the rest anywhere inside: so what fails with one of Java's own
 * exceptions, a {@code NullPointerException} among them, counts as the fault of the request (400), unless a class of ours is
 * named. A fault of the engine's own that shows so is told as 400, too.
 */
class PlainMessages implements ContainerResponseFilter {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final String REFUSED = "InvalidRequestException";

    private static final Pattern CLASS_NAME = Pattern.compile("(?:\\b[a-z]\\w*\\.){2,}[A-Z][\\w$]*(?:: )?");
    private static final Pattern INSIDE =
            Pattern.compile("(?:\\b[a-z]\\w*\\.){3,}|\\bjava\\.|\\bid\\.semai|Exception|SQL|ACT_|\\tat ");

    /** Kinds that are Java's or a library's: of what was sent, as far as can be told from here. */
    private static final Set<String> FOREIGN = Set.of(
            "NullPointerException",
            "IllegalArgumentException",
            "IllegalFieldValueException",
            "NumberFormatException",
            "ClassCastException",
            "IndexOutOfBoundsException",
            "HeaderValueException");

    /** Is Java's, too, but may as well be a failure of the server. */
    private static final String AMBIGUOUS = "IllegalStateException";

    /** The engine's own writing, not the journal's. */
    private static final String OF_STORING = "ProcessEnginePersistenceException";

    /** Nothing is stored of what is not there, there already, too long or no text. */
    private static final Map<Integer, Integer> STATUS_OF_CODE = Map.of(
            UntakenValues.THERE_ALREADY,
            CONFLICT,
            UntakenValues.NO_TEXT,
            BAD_REQUEST,
            FOREIGN_KEY_CONSTRAINT_VIOLATION.getCode(),
            CONFLICT,
            COLUMN_SIZE_TOO_SMALL.getCode(),
            BAD_REQUEST);

    private static final Set<String> OF_AN_ID =
            Set.of("RestException", "InvalidRequestException", "NullValueException");
    private static final Pattern NOTHING_THERE =
            Pattern.compile("doesn't exist|not found|Cannot find |No \\w+ found|does not have a subscription");
    private static final Pattern OF_WHAT_WAS_SENT = Pattern.compile(
            "ould not parse|ould not transform|nable to transform|rror while parsing|No subscriptions were found"
                    + "|invalid id|cannot be deleted because|\\w+ is null$|Cannot change tenantId"
                    + "|must either have|ou must specify|annot signal execution|^The @FormParam is utilized");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ExceptionDto told) {
            response.setStatus(status(told, response.getStatus()));
            simplify(told, response.getStatus());
        } else if (response.getStatus() >= BAD_REQUEST && response.getEntity() instanceof String) {
            response.setEntity(refusal(response.getStatus()), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static int status(ExceptionDto told, int status) {
        String message = String.valueOf(told.getMessage());
        if (status != SERVER_ERROR) {
            return status;
        }
        if (OF_STORING.equals(told.getType()) && told.getCode() != null) {
            return STATUS_OF_CODE.getOrDefault(told.getCode(), SERVER_ERROR);
        }
        if (OF_AN_ID.contains(told.getType()) && NOTHING_THERE.matcher(message).find()) {
            return NOT_FOUND;
        }
        boolean ofOurs = message.contains("id.semai.");
        return FOREIGN.contains(told.getType()) && !ofOurs
                        || OF_WHAT_WAS_SENT.matcher(message).find()
                ? BAD_REQUEST
                : SERVER_ERROR;
    }

    private static void simplify(ExceptionDto told, int status) {
        String message = CLASS_NAME.matcher(String.valueOf(told.getMessage())).replaceAll("");
        boolean foreign = FOREIGN.contains(String.valueOf(told.getType())) || AMBIGUOUS.equals(told.getType());
        told.setMessage(
                foreign
                                || OF_STORING.equals(told.getType())
                                || INSIDE.matcher(message).find()
                        ? sentence(status)
                        : message);
        told.setType(foreign ? REFUSED : told.getType());
    }

    private static ExceptionDto refusal(int status) {
        ExceptionDto refusal = new ExceptionDto();
        refusal.setType(REFUSED);
        refusal.setMessage(sentence(status));
        return refusal;
    }

    private static String sentence(int status) {
        return status < SERVER_ERROR
                ? "Permintaan ini tidak dapat dibaca atau tidak dapat dipenuhi."
                : "Server tidak dapat memenuhi permintaan ini.";
    }
}
