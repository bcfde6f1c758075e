package id.semai.messages;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What an operator watches of messages, for each channel that is on. */
@Component
class MessageMetrics implements MeterBinder {

    private final Messenger messenger;
    private final Letters letters;

    MessageMetrics(Messenger messenger, Letters letters) {
        this.messenger = messenger;
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        messenger.couriers().forEach(courier -> bind(courier, registry));
    }

    private void bind(Courier courier, MeterRegistry registry) {
        String channel = courier.channel();
        Gauge.builder("semai.messages.waiting", letters, all -> all.waiting(channel))
                .tag("channel", channel)
                .description("Letters that are written and have not arrived")
                .register(registry);
        FunctionCounter.builder("semai.messages.sent", courier, Courier::sent)
                .tag("channel", channel)
                .description("Letters this node has sent")
                .register(registry);
        FunctionCounter.builder("semai.messages.failures", courier, Courier::failures)
                .tag("channel", channel)
                .description("Tries of this node that failed")
                .register(registry);
        FunctionCounter.builder("semai.messages.given.up", courier, Courier::givenUp)
                .tag("channel", channel)
                .description("Letters this node gave up after a day of tries")
                .register(registry);
    }
}
