package id.semai.dashboardpages;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The status, and {@code {"message"}} with the sentence, as all of Semai refuses. */
@RestControllerAdvice
class Refusals {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(Refusal refusal) {
        return ResponseEntity.status(refusal.status())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", refusal.getMessage()));
    }
}
