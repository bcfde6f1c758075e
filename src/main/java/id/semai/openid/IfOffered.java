package id.semai.openid;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Not there unless a provider of accounts is set. */
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty("semai.single-sign-on.issuer")
public @interface IfOffered {}
