package id.semai.dashboardlogin;

import id.semai.openid.Refusal;
import id.semai.openid.RefusalPage;
import id.semai.openid.ShutDoor;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What people read who are not let in. */
@ControllerAdvice
@Alone
class NotLetIn {

    private static final Logger log = LoggerFactory.getLogger(NotLetIn.class);

    @ExceptionHandler
    String refuse(Refusal refusal, HttpServletResponse response, Model model) {
        log.warn("Single sign-on: {} ({})", refusal.reason(), String.valueOf(refusal.getCause()));
        return RefusalPage.of(refusal.status(), refusal.getMessage(), Login.HOME, response, model);
    }

    @ExceptionHandler
    String refuse(ShutDoor shut, HttpServletResponse response, Model model) {
        return RefusalPage.of(HttpStatus.TOO_MANY_REQUESTS, shut.getMessage(), Login.HOME, response, model);
    }

    @ExceptionHandler
    String refuse(TooManyActiveSessionsException full, HttpServletResponse response, Model model) {
        return RefusalPage.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Terlalu banyak orang sedang masuk. Cobalah lagi beberapa menit lagi.",
                Login.HOME,
                response,
                model);
    }
}
