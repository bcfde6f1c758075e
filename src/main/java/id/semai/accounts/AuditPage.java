package id.semai.accounts;

import id.semai.audit.AuditTrail;
import id.semai.audit.Entry;
import id.semai.audit.Kind;
import id.semai.people.Visitors;
import id.semai.stage.Times;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, the newest first, for administrators: 401 without an account, 403 for everybody else. */
@Controller
class AuditPage {

    private static final int MOST = 100;
    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final AuditTrail trail;
    private final Visitors visitors;
    private final IdentityService identities;
    private final JdbcClient database;

    AuditPage(AuditTrail trail, Visitors visitors, IdentityService identities, JdbcClient database) {
        this.trail = trail;
        this.visitors = visitors;
        this.identities = identities;
        this.database = database;
    }

    @GetMapping("/audit")
    String page(
            @RequestParam(name = "akun", required = false) String account,
            @RequestParam(name = "jenis", required = false) String kind,
            @RequestParam(name = "hari", required = false) String day,
            @RequestParam(name = "sebelum", required = false) String before,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!visitors.isKnown(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return "akun/masuk";
        }
        if (!isAdministrator(request)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return "akun/bukan-pengelola";
        }
        fill(model, text(account), Kind.of(kind).orElse(null), day(day), number(before));
        return "akun/audit";
    }

    private boolean isAdministrator(HttpServletRequest request) {
        return visitors.asVisitor(
                request,
                () -> identities.getCurrentAuthentication().getGroupIds().contains(Groups.CAMUNDA_ADMIN));
    }

    private void fill(Model model, String account, Kind kind, LocalDate day, Long before) {
        ZoneId zone = zone();
        List<AuditTrail.Numbered> entries = trail.newest(
                account,
                kind,
                day == null ? null : day.atStartOfDay(zone).toInstant(),
                day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant(),
                before,
                MOST);
        model.addAttribute("account", account);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("day", day);
        model.addAttribute(
                "entries",
                entries.stream().map(numbered -> shown(numbered.entry(), zone)).toList());
        model.addAttribute(
                "older", entries.size() == MOST ? entries.get(MOST - 1).id() : null);
    }

    /** That of the governments here if they share one, otherwise the capital's. */
    private ZoneId zone() {
        List<String> zones = database.sql("select distinct zone from semai.government")
                .query(String.class)
                .list();
        return zones.size() == 1 ? ZoneId.of(zones.get(0)) : CAPITAL;
    }

    private static Shown shown(Entry entry, ZoneId zone) {
        return new Shown(entry, Times.moment(entry.at(), zone), Wording.of(entry.what()));
    }

    private static String text(String given) {
        return given == null || given.isBlank() || given.indexOf('\0') >= 0 ? null : given.strip();
    }

    private static LocalDate day(String given) {
        try {
            return given == null || given.isBlank() ? null : LocalDate.parse(given);
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }

    private static Long number(String given) {
        return given != null && given.matches("[0-9]{1,18}") ? Long.valueOf(given) : null;
    }

    /** An entry with its time and its deed in words. */
    record Shown(Entry entry, String at, String what) {}
}
