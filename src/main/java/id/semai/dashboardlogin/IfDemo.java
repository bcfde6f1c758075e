package id.semai.dashboardlogin;

import id.semai.openid.IfOffered;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Not there unless the accounts of the demo are asked for; a provider of accounts goes before them. */
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty("semai.dashboard.demo-accounts")
@Conditional(IfDemo.WithoutAProvider.class)
@interface IfDemo {

    /** Two ways in at one address would be none. */
    class WithoutAProvider implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata whatever) {
            return !context.getEnvironment().containsProperty(IfOffered.SETTING);
        }
    }
}
