package id.semai.accounts;

import id.semai.people.RefusedRequest;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Where somebody chooses a new password: 401 without an account, 400 with the sentence for a password that is not taken.
 * Only JSON is taken, which no page of another site can send without being asked first.
 */
@Controller
class PasswordPage {

    /** As long as a sentence out of a book; hashing more would only cost time. */
    private static final int LONGEST = 200;

    private final Visitors visitors;
    private final IdentityService identities;
    private final Standings standings;
    private final Sessions sessions;

    PasswordPage(Visitors visitors, IdentityService identities, Standings standings, Sessions sessions) {
        this.visitors = visitors;
        this.identities = identities;
        this.standings = standings;
        this.sessions = sessions;
    }

    @GetMapping("/sandi")
    String page(Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!visitors.isKnown(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return "akun/masuk";
        }
        String person = visitors.name(request);
        model.addAttribute("person", person);
        model.addAttribute("mustChange", standings.of(person).mustChange());
        return "akun/sandi";
    }

    @PostMapping(path = "/api/sandi", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> change(@RequestBody Change change, HttpServletRequest request) {
        String person = visitors.name(request);
        check(change, person);
        visitors.asVisitor(request, () -> {
            User user = identities.createUserQuery().userId(person).singleResult();
            user.setPassword(change.fresh());
            identities.saveUser(user);
            return null;
        });
        sessions.renew(request, person);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("message", "Kata sandi Anda sudah diganti. Sesi lain dengan akun ini sudah diakhiri."));
    }

    private void check(Change change, String person) {
        if (change.present() == null || change.fresh() == null) {
            throw refused("Isilah kata sandi lama dan kata sandi baru.");
        }
        if (change.fresh().length() > LONGEST) {
            throw refused("Kata sandi paling panjang 200 karakter.");
        }
        Passwords.fault(change.fresh(), person).ifPresent(sentence -> {
            throw refused(sentence);
        });
        if (change.fresh().equals(change.present())) {
            throw refused("Kata sandi baru harus berbeda dari yang lama.");
        }
        if (!identities.checkPassword(person, change.present())) {
            throw refused("Kata sandi lama salah, atau percobaan sedang ditunda karena terlalu banyak kesalahan.");
        }
    }

    private static RefusedRequest refused(String sentence) {
        return new RefusedRequest(HttpStatus.BAD_REQUEST, sentence);
    }

    /**
     * What the page sends.
     *
     * @param present the password until now
     * @param fresh the new one
     */
    record Change(String present, String fresh) {

        @Override
        public String toString() {
            return "Change[passwords hidden]";
        }
    }
}
