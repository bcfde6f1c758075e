package id.semai.prod;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.OutputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Waits no longer for the body of a request than patience allows, whoever reads it: what answers the request, or what throws
 * away behind the answer what nobody has read; and no longer for the client to read the answer.
 */
class BodiesInTime implements Adapter {

    private final Adapter requests;
    private final Supplier<PatientHttp.Patience> patience;
    private final IntSupplier longestThrownAway;

    BodiesInTime(Adapter requests, Supplier<PatientHttp.Patience> patience, IntSupplier longestThrownAway) {
        this.requests = requests;
        this.patience = patience;
        this.longestThrownAway = longestThrownAway;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        timed(request, response, () -> {
            requests.service(request, response);
            return false;
        });
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return timed(request, response, () -> requests.asyncDispatch(request, response, status));
    }

    private boolean timed(Request request, Response response, Callable<Boolean> work) throws Exception {
        InputBuffer body = request.getInputBuffer();
        OutputBuffer answer = TimedAnswer.under(response);
        request.setInputBuffer(new Timed(body, patience.get().body()));
        response.setOutputBuffer(
                new TimedAnswer(response, answer, patience.get().answer()));
        try {
            boolean goesOn = work.call();
            throwAwayTheRest(request);
            return goesOn;
        } finally {
            request.setInputBuffer(body);
            response.setOutputBuffer(answer);
        }
    }

    /** As Tomcat does, which would wait for each byte anew; a body that was promised and not asked for is not waited for. */
    private void throwAwayTheRest(Request request) {
        if (is(ActionCode.ASYNC_IS_ASYNC, request) || is(ActionCode.REQUEST_BODY_FULLY_READ, request)) {
            return;
        }
        if (request.hasExpectation() || !isThrownAway(request)) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private boolean isThrownAway(Request request) {
        Nowhere nowhere = new Nowhere();
        long left = longestThrownAway.getAsInt();
        try {
            for (int read = 0; read >= 0 && left >= 0; left -= read) {
                read = request.doRead(nowhere);
            }
            return left >= 0;
        } catch (IOException late) {
            return false;
        }
    }

    private static boolean is(ActionCode question, Request request) {
        AtomicBoolean answer = new AtomicBoolean();
        request.action(question, answer);
        return answer.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return requests.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        requests.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        requests.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return requests.getDomain();
    }

    /**
     * Only the time that is spent waiting counts, not that of whoever works on what was read; where a read has failed once,
     * nobody waits for another.
     */
    private static class Timed implements InputBuffer {

        private final InputBuffer body;
        private final PatientHttp.Pace pace;
        private long waited;
        private long bytes;
        private boolean broken;

        Timed(InputBuffer body, PatientHttp.Pace pace) {
            this.body = body;
            this.pace = pace;
        }

        @Override
        public int doRead(ApplicationBufferHandler into) throws IOException {
            if (broken || pace.isLost(waited, bytes)) {
                throw new SocketTimeoutException("The body of a request comes too slowly");
            }
            long began = System.nanoTime();
            broken = true;
            int read = body.doRead(into);
            broken = false;
            waited += System.nanoTime() - began;
            bytes += Math.max(read, 0);
            return read;
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    private static class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // What is read comes in a buffer of its own.
        }
    }
}
