package id.semai.dashboardlogin;

import id.semai.openid.IfOffered;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;

/** There is a provider of accounts, or there are those of the demo. */
class SomebodyIsLetIn extends AnyNestedCondition {

    SomebodyIsLetIn() {
        super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @IfOffered
    static class ByAProvider {}

    @IfDemo
    static class ByTheDemo {}
}
