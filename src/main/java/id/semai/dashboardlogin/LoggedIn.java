package id.semai.dashboardlogin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** For the pages of the dashboard: whether there is somebody who can log out. */
@ControllerAdvice
@Alone
class LoggedIn {

    private final Guests guests;

    LoggedIn(Guests guests) {
        this.guests = guests;
    }

    @ModelAttribute("loggedIn")
    boolean is(HttpServletRequest request) {
        return guests.of(request).isPresent();
    }
}
