package id.semai.sight;

import id.semai.dashboardpages.Onlookers;
import id.semai.dashboardpages.Sight;
import id.semai.people.VisibleUnits;
import id.semai.people.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whoever has an account sees on the dashboard the units whose innovations Tasklist would show them. */
@Component
class VisitorsSight implements Onlookers {

    private static final String ADMINISTRATOR = "administrator";

    private final Visitors visitors;
    private final VisibleUnits units;
    private final boolean open;

    /** @param open whether the public figures are for whoever has not logged in */
    VisitorsSight(Visitors visitors, VisibleUnits units, @Value("${semai.dashboard.public:false}") boolean open) {
        this.visitors = visitors;
        this.units = units;
        this.open = open;
    }

    @Override
    public Sight sight(HttpServletRequest request) {
        if (!visitors.isKnown(request)) {
            return open ? Sight.PUBLIC : Sight.NOTHING;
        }
        return visitors.roles(request).contains(ADMINISTRATOR) ? Sight.EVERYTHING : Sight.of(units.of(request));
    }
}
