package id.semai.handover;

import id.semai.engine.HeldTasks;
import id.semai.engine.Overseer;
import id.semai.engine.Refusal;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes an order from a coordinator or an administrator: 401 without an account, 403 for every other role, 404 for a task
 * that is not theirs to see, 409 for one that may not pass. Only JSON is taken, which no page of another site can send
 * without being asked first.
 */
@RestController
class HandoverResource {

    private final Handovers handovers;
    private final HeldTasks held;
    private final Visitors visitors;

    HandoverResource(Handovers handovers, HeldTasks held, Visitors visitors) {
        this.handovers = handovers;
        this.held = held;
        this.visitors = visitors;
    }

    @PostMapping(path = "/api/serah-terima", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> order(@RequestBody Order order, HttpServletRequest request) {
        if (!visitors.isKnown(request)) {
            return refusal(HttpStatus.UNAUTHORIZED.value(), "Sesi Anda sudah berakhir. Masuklah lagi, lalu ulangi.");
        }
        return visitors.asVisitor(request, () -> held.overseer()
                .<ResponseEntity<?>>map(actor -> order.fault() == null
                        ? carryOut(order, actor)
                        : refusal(HttpStatus.BAD_REQUEST.value(), order.fault()))
                .orElseGet(() -> refusal(
                        HttpStatus.FORBIDDEN.value(),
                        "Hanya koordinator dan pengelola sistem yang dapat menyerahkan tugas orang lain.")));
    }

    private ResponseEntity<?> carryOut(Order order, Overseer actor) {
        try {
            return answer(200, Map.of("batch", handovers.carryOut(order, actor)));
        } catch (Refusal refusal) {
            return refusal(refusal.status(), refusal.getMessage());
        } catch (DuplicateKeyException receiverTypesMeanwhile) {
            return refusal(HttpStatus.CONFLICT.value(), "Penerima baru saja mengetik pada tugas ini. Cobalah lagi.");
        }
    }

    private static ResponseEntity<?> refusal(int status, String sentence) {
        return answer(status, Map.of("message", sentence));
    }

    private static ResponseEntity<?> answer(int status, Map<String, ?> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
