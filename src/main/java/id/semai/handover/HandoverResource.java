package id.semai.handover;

import id.semai.engine.HeldTasks;
import id.semai.engine.Overseer;
import id.semai.engine.Refusal;
import id.semai.people.RefusedRequest;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
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
        return visitors.asVisitor(request, () -> {
            Overseer actor = held.overseer()
                    .orElseThrow(() -> new RefusedRequest(
                            HttpStatus.FORBIDDEN,
                            "Hanya koordinator dan pengelola sistem yang dapat menyerahkan tugas orang lain."));
            if (order.fault() != null) {
                throw new RefusedRequest(HttpStatus.BAD_REQUEST, order.fault());
            }
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("batch", carryOut(order, actor)));
        });
    }

    private UUID carryOut(Order order, Overseer actor) {
        try {
            return handovers.carryOut(order, actor);
        } catch (Refusal refusal) {
            throw new RefusedRequest(HttpStatus.valueOf(refusal.status()), refusal.getMessage());
        } catch (DuplicateKeyException receiverTypesMeanwhile) {
            throw new RefusedRequest(HttpStatus.CONFLICT, "Penerima baru saja mengetik pada tugas ini. Cobalah lagi.");
        }
    }
}
