package id.semai.simulation;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/** Before anything of the application is there: no other servers, people in their file, and the simulated time. */
record Opening(SimulationOrder order, List<Region> regions, SimulatedClock clock, Interruption interruption)
        implements ApplicationContextInitializer<GenericApplicationContext>, Ordered {

    @Override
    public void initialize(GenericApplicationContext context) {
        OwnServers.requireNoOthers(context.getEnvironment());
        PeopleFile.write(regions, !order.country(), OwnServers.people(order.folder()));
        context.registerBean("simulatedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        context.registerBean(Interruption.class, () -> interruption);
    }

    /** Whoever looks whether the application could start leaves files. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
