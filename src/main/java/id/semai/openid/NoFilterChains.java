package id.semai.openid;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Spring Boot configures nothing of Spring Security, whatever of it is on the class path: Semai's own guards stand before
 * everything, and a filter chain beside them would have rules, headers and a login page of its own.
 */
class NoFilterChains implements AutoConfigurationImportFilter {

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            wanted[i] = configurations[i] == null || !configurations[i].contains(".security.");
        }
        return wanted;
    }
}
