package id.semai.openid;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Not there unless a provider of accounts is set. */
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(IfOffered.SETTING)
public @interface IfOffered {

    String SETTING = "semai.single-sign-on.issuer";
}
