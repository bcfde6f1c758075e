package id.semai.migration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of running innovations when a process is released.
 *
 * @param migrate by themselves where the plan has nothing to look at, when an administrator says so, or never
 */
@ConfigurationProperties("semai.models")
record MigrationSettings(@DefaultValue("ask") Mode migrate) {

    enum Mode {
        AUTO_WHEN_SAFE,
        ASK,
        NEVER
    }
}
