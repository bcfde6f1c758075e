package id.semai.migration;

import id.semai.audit.AuditTrail;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** The migrations of the application under test, under another setting than its own. */
public final class Migrating {

    private Migrating() {}

    /** @param migrate as an administrator writes it: {@code semai.models.migrate} */
    public static Migrations by(String migrate, BeanFactory beans) {
        return new Migrations(
                beans.getBean(Routes.class),
                beans.getBean(Waiting.class),
                beans.getBean(Orders.class),
                beans.getBean(MigrationWork.class),
                beans.getBean(AuditTrail.class),
                settings(migrate),
                beans.getBean(PlatformTransactionManager.class));
    }

    private static MigrationSettings settings(String migrate) {
        var source = new MapConfigurationPropertySource(Map.of("semai.models.migrate", migrate));
        return new Binder(source).bind("semai.models", MigrationSettings.class).get();
    }
}
