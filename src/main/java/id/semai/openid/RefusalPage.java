package id.semai.openid;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** What people read who are not let in: a sentence, and the way back. */
public final class RefusalPage {

    private RefusalPage() {}

    /** @param home where they may begin again */
    public static String of(
            HttpStatus status, String sentence, String home, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("sentence", sentence);
        model.addAttribute("home", home);
        return "masuk/ditolak";
    }
}
