package id.semai.dashboardlogin;

import id.semai.dashboard.Board;
import id.semai.dashboard.UnitFacts;
import id.semai.dashboardpages.DashboardAlone;
import id.semai.dashboardpages.Onlookers;
import id.semai.dashboardpages.Sight;
import id.semai.people.Reach;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Whoever has logged in sees the units that the whole application would show them; who would see none is a stranger. */
@Component
@Primary
@Alone
class GuestSight implements Onlookers {

    private final Guests guests;
    private final Board board;
    private final Onlookers everybody;

    GuestSight(Guests guests, Board board, @Qualifier(DashboardAlone.EVERYBODY) Onlookers everybody) {
        this.guests = guests;
        this.board = board;
        this.everybody = everybody;
    }

    @Override
    public Sight sight(HttpServletRequest request) {
        return guests.of(request).map(Guest::reach).flatMap(this::sight).orElseGet(() -> everybody.sight(request));
    }

    private Optional<Sight> sight(Reach reach) {
        return reach.everything()
                ? Optional.of(Sight.EVERYTHING)
                : Optional.of(reach.among(governments()))
                        .filter(units -> !units.isEmpty())
                        .map(Sight::of);
    }

    /** As the topic tells it at this moment. */
    private Map<String, String> governments() {
        return board.units().values().stream()
                .filter(unit -> unit.government() != null)
                .collect(Collectors.toMap(UnitFacts::code, UnitFacts::government));
    }
}
