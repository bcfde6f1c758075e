package id.semai.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Service;

/** Whose innovations somebody may see: those that the engine would show them, too. */
@Service
public class VisibleUnits {

    static final String JOURNEY = "innovation-journey";

    private final Visitors visitors;
    private final IdentityService identity;
    private final AuthorizationService authorizations;

    VisibleUnits(Visitors visitors, IdentityService identity, AuthorizationService authorizations) {
        this.visitors = visitors;
        this.identity = identity;
        this.authorizations = authorizations;
    }

    /**
     * Codes of the units; none for whom no role lets see an innovation's journey.
     *
     * @throws RefusedRequest with 401 if nobody is known
     */
    public Set<String> of(HttpServletRequest request) {
        return visitors.asVisitor(request, () -> {
            Authentication person = identity.getCurrentAuthentication();
            return maySeeJourneys(person) ? Set.copyOf(person.getTenantIds()) : Set.of();
        });
    }

    private boolean maySeeJourneys(Authentication person) {
        return authorizations.isUserAuthorized(
                person.getUserId(),
                person.getGroupIds(),
                ProcessDefinitionPermissions.READ_INSTANCE,
                Resources.PROCESS_DEFINITION,
                JOURNEY);
    }
}
