package id.semai.dashboardlogin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;

/** There only in the dashboard that runs alone, and where somebody is let in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("dashboard")
@Conditional(SomebodyIsLetIn.class)
@interface Alone {}
