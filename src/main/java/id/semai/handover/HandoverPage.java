package id.semai.handover;

import id.semai.drafts.Drafts;
import id.semai.engine.HeldTask;
import id.semai.engine.HeldTasks;
import id.semai.engine.Overseer;
import id.semai.journal.Units;
import id.semai.people.Visitors;
import id.semai.stage.Times;
import id.semai.stage.Unit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a coordinator, for the own government, or an administrator hands over the tasks of somebody who left or is
 * represented: first the giver, then the receiver, then tasks and reason. 401 without an account, 403 for other roles.
 */
@Controller
class HandoverPage {

    private static final int MOST_HOLDERS = 300;
    private static final int MOST_ENTRIES = 50;

    private final HeldTasks held;
    private final Duties duties;
    private final Drafts drafts;
    private final HandoverLog log;
    private final Visitors visitors;
    private final Units units;

    HandoverPage(HeldTasks held, Duties duties, Drafts drafts, HandoverLog log, Visitors visitors, Units units) {
        this.held = held;
        this.duties = duties;
        this.drafts = drafts;
        this.log = log;
        this.visitors = visitors;
        this.units = units;
    }

    @GetMapping("/serah-terima")
    String page(
            @RequestParam(name = "dari", required = false) String giver,
            @RequestParam(name = "kepada", required = false) String receiver,
            @RequestParam(name = "tercatat", required = false) UUID batch,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!visitors.isKnown(request)) {
            visitors.ask(request, response);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return "serah-terima/masuk";
        }
        return visitors.asVisitor(request, () -> {
            Optional<Overseer> viewer = held.overseer();
            if (viewer.isEmpty()) {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                return "serah-terima/bukan-peran";
            }
            fill(model, viewer.get(), batch);
            choose(model, viewer.get(), given(giver), given(receiver));
            return "serah-terima/halaman";
        });
    }

    private void fill(Model model, Overseer viewer, UUID batch) {
        model.addAttribute("viewer", viewer);
        model.addAttribute("reasons", Reason.values());
        model.addAttribute(
                "done",
                batch == null
                        ? List.of()
                        : log.of(batch, viewer).stream().map(this::shown).toList());
        model.addAttribute(
                "past",
                log.newest(viewer, MOST_ENTRIES).stream().map(this::shown).toList());
    }

    private void choose(Model model, Overseer viewer, String giver, String receiver) {
        model.addAttribute("giver", giver);
        if (giver == null) {
            model.addAttribute("holders", duties.holders(viewer, MOST_HOLDERS));
            return;
        }
        List<HeldTask> tasks = held.of(giver);
        List<Receiver> receivers = duties.receivers(tasks, giver);
        model.addAttribute("receivers", receivers);
        model.addAttribute("receiver", receiver);
        model.addAttribute("tasks", choices(tasks, giver, receiver));
    }

    private List<Choice> choices(List<HeldTask> tasks, String giver, String receiver) {
        List<String> ids = tasks.stream().map(HeldTask::id).toList();
        Set<String> drafted = drafts.keptBy(giver, ids);
        Set<String> draftedByBoth = receiver == null ? Set.of() : drafts.keptBy(receiver, ids);
        return tasks.stream()
                .map(task -> new Choice(
                        task,
                        unit(task.unit()),
                        task.dueAt() == null ? null : Times.moment(task.dueAt(), zone(task.unit())),
                        drafted.contains(task.id()),
                        draftedByBoth.contains(task.id()),
                        receiver == null
                                ? null
                                : held.objection(task.id(), giver, receiver).orElse(null)))
                .toList();
    }

    private Shown shown(Handover entry) {
        return new Shown(entry, unit(entry.unit()), Times.moment(entry.at(), zone(entry.unit())));
    }

    private String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }

    private ZoneId zone(String unit) {
        return units.find(unit).map(found -> found.government().zone()).orElse(ZoneOffset.UTC);
    }

    private static String given(String account) {
        return account == null || account.isBlank() || Order.isUnstorable(account) ? null : account.strip();
    }

    /**
     * A task to choose.
     *
     * @param due null without a deadline
     * @param objection why the receiver may not take it; null if they may, or nobody is chosen yet
     */
    record Choice(HeldTask task, String unit, String due, boolean draft, boolean receiversDraft, String objection) {}

    /** A line of the record, with the unit's name and the time in its zone. */
    record Shown(Handover entry, String unit, String at) {}
}
