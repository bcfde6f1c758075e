package id.semai.people;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** All our resources refuse alike: the status, and {@code {"message"}} with the sentence. */
@RestControllerAdvice
class RefusedRequests {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(RefusedRequest refused) {
        return ResponseEntity.status(refused.status())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", refused.getMessage()));
    }
}
