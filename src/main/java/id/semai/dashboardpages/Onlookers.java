package id.semai.dashboardpages;

import jakarta.servlet.http.HttpServletRequest;

/** Knows what whoever sends a request may look at, at this moment. */
public interface Onlookers {

    Sight sight(HttpServletRequest request);
}
