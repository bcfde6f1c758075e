package id.semai.dashboardlogin;

import id.semai.openid.IfOffered;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;

/** There only in the dashboard that runs alone, and where a provider of accounts is set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("dashboard")
@IfOffered
@interface Alone {}
