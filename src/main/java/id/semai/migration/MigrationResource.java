package id.semai.migration;

import id.semai.people.RefusedRequest;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For administrators, as the list at the edge says. 404 for what is not there, 409 for what cannot be done now. Only JSON
 * is taken, which no page of another site can send without being asked first.
 */
@RestController
@RequestMapping("/api/migrations")
class MigrationResource {

    private static final int PAGE = 100;

    private final Migrations migrations;
    private final Orders orders;
    private final RepositoryService repository;
    private final Visitors visitors;

    MigrationResource(Migrations migrations, Orders orders, RepositoryService repository, Visitors visitors) {
        this.migrations = migrations;
        this.orders = orders;
        this.repository = repository;
        this.visitors = visitors;
    }

    @GetMapping
    ResponseEntity<List<MigrationReport>> newest() {
        return ok(migrations.newest(PAGE));
    }

    @GetMapping("/plan")
    ResponseEntity<MigrationPlan> plan(@RequestParam String process, @RequestParam int from, @RequestParam int to) {
        return ok(answered(() -> shown(process, from, to)));
    }

    /** Says which plan the administrator has seen by its digest. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, UUID>> start(@RequestBody Wish wish, HttpServletRequest request) {
        String who = visitors.name(request);
        return ok(answered(() -> {
            MigrationPlan plan = shown(wish.process(), wish.from(), wish.to());
            if (!plan.digest().equals(wish.digest())) {
                throw new RefusedMigration(
                        "Rencana yang Anda lihat bukan lagi rencana yang berlaku. Muat ulang, lalu periksa lagi.");
            }
            return Map.of("id", migrations.start(plan, who));
        }));
    }

    /** {@code state} narrows the instances down; {@code after} is the last page's {@code next}. */
    @GetMapping("/{id}")
    ResponseEntity<MigrationReport> report(
            @PathVariable String id,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "") String after) {
        UUID known = known(id);
        return ok(answered(() -> migrations.report(known, known(state, after), after, PAGE)));
    }

    @PostMapping("/{id}/pause")
    ResponseEntity<MigrationReport> pause(@PathVariable String id, HttpServletRequest request) {
        return passed(id, request, true);
    }

    @PostMapping("/{id}/resume")
    ResponseEntity<MigrationReport> resume(@PathVariable String id, HttpServletRequest request) {
        return passed(id, request, false);
    }

    private ResponseEntity<MigrationReport> passed(String id, HttpServletRequest request, boolean pause) {
        UUID known = known(id);
        String who = visitors.name(request);
        return ok(answered(() -> {
            if (pause) {
                migrations.pause(known, who);
            } else {
                migrations.resume(known, who);
            }
            return migrations.report(known, null, "", 0);
        }));
    }

    private MigrationPlan shown(String process, int from, int to) {
        return migrations.plan(definition(process, from), definition(process, to));
    }

    private String definition(String process, int version) {
        ProcessDefinition definition = process == null || process.indexOf('\0') >= 0
                ? null
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .processDefinitionVersion(version)
                        .withoutTenantId()
                        .singleResult();
        if (definition == null) {
            throw new RefusedRequest(HttpStatus.NOT_FOUND, "Versi proses ini tidak ada.");
        }
        return definition.getId();
    }

    private UUID known(String id) {
        try {
            UUID migration = UUID.fromString(id);
            if (orders.isKnown(migration)) {
                return migration;
            }
        } catch (IllegalArgumentException noId) {
            // As unknown as one that nobody has given.
        }
        throw new RefusedRequest(HttpStatus.NOT_FOUND, "Pemindahan ini tidak ada.");
    }

    /** The state as it was sent, if there is such a one. */
    private static String known(String state, String after) {
        if (after.indexOf('\0') >= 0) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "Halaman ini tidak ada.");
        }
        if (state != null && !Outcome.State.isKnown(state)) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "Keadaan ini tidak dikenal.");
        }
        return state;
    }

    private static <T> T answered(Supplier<T> action) {
        try {
            return action.get();
        } catch (RefusedMigration refused) {
            throw new RefusedRequest(HttpStatus.CONFLICT, refused.getMessage());
        }
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /**
     * What the page sends.
     *
     * @param digest of the plan that was shown
     */
    record Wish(String process, int from, int to, String digest) {}
}
