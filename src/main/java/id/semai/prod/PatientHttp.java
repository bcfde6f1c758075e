package id.semai.prod;

import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 whose patience has an end. Tomcat's time-outs begin anew with every byte: a client that sends one each nine
 * seconds would hold a connection for days while its header comes, and a thread for as long while its body does; and so would
 * one that reads a long answer in small pieces.
 *
 * <p>Public, since Tomcat makes it by its name.
 */
public class PatientHttp extends Http11NioProtocol {

    private static final long NOT_BEGUN = -1;

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private Patience patience = new Patience(A_WHILE, new Pace(A_WHILE, 1_000), new Pace(A_WHILE, 5_000));

    public PatientHttp() {
        getEndpoint().setHandler(new HeadersInTime(getHandler()));
    }

    void have(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new BodiesInTime(adapter, () -> patience, this::getMaxSwallowSize));
    }

    /** @param header for the whole of a request's header, from its first byte on */
    record Patience(Duration header, Pace body, Pace answer) {}

    /**
     * How fast something goes at least.
     *
     * @param first what is waited in any case, and besides a second for every
     * @param bytesASecond that came or went
     */
    record Pace(Duration first, int bytesASecond) {

        boolean isLost(long waitedNanos, long bytes) {
            return waitedNanos > first.toNanos() + bytes * 1_000_000_000 / bytesASecond;
        }
    }

    /** Asked whenever something has arrived; where nothing does, Tomcat's own time-out ends the wait. */
    private class HeadersInTime implements Handler<NioChannel> {

        private final Handler<NioChannel> http;

        HeadersInTime(Handler<NioChannel> http) {
            this.http = http;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            return event == SocketEvent.OPEN_READ
                            && socket.getCurrentProcessor() instanceof Processor processor
                            && isLate(processor)
                    ? SocketState.CLOSED
                    : http.process(socket, event);
        }

        /** Between a request's first byte and the end of its header, Tomcat keeps its processor with the connection. */
        private boolean isLate(Processor processor) {
            Request request = processor.isAsync() || processor.isUpgrade() ? null : processor.getRequest();
            return request != null
                    && request.getStartTimeNanos() != NOT_BEGUN
                    && System.nanoTime() - request.getStartTimeNanos()
                            > patience.header().toNanos();
        }

        @Override
        public Object getGlobal() {
            return http.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            http.release(socket);
        }

        @Override
        public void pause() {
            http.pause();
        }

        @Override
        public void recycle() {
            http.recycle();
        }
    }
}
