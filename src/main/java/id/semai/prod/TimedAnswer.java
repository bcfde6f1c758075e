package id.semai.prod;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.coyote.ActionCode;
import org.apache.coyote.OutputBuffer;
import org.apache.coyote.Response;
import org.springframework.util.ReflectionUtils;

/** Hangs up on who reads an answer too slowly. Only the time that is spent waiting counts, as with bodies. */
class TimedAnswer implements OutputBuffer {

    /** Small enough that none waits for long, however long what somebody writes in one go. */
    private static final int PIECE = 16_384;

    /** Tomcat lets everybody set it and nobody read it. */
    private static final Field UNDER =
            Objects.requireNonNull(ReflectionUtils.findField(Response.class, "outputBuffer"));

    static {
        ReflectionUtils.makeAccessible(UNDER);
    }

    private final Response response;
    private final OutputBuffer answer;
    private final PatientHttp.Pace pace;
    private long waited;
    private long bytes;

    TimedAnswer(Response response, OutputBuffer answer, PatientHttp.Pace pace) {
        this.response = response;
        this.answer = answer;
        this.pace = pace;
    }

    static OutputBuffer under(Response response) {
        return (OutputBuffer) ReflectionUtils.getField(UNDER, response);
    }

    @Override
    public int doWrite(ByteBuffer text) throws IOException {
        int end = text.limit();
        int written = 0;
        try {
            do {
                text.limit(Math.min(end, text.position() + PIECE));
                written += write(text);
            } while (!text.hasRemaining() && text.limit() < end);
        } finally {
            text.limit(end);
        }
        return written;
    }

    /** Takes nothing of the piece where there is no body, as in the answer to a HEAD. */
    private int write(ByteBuffer piece) throws IOException {
        long began = System.nanoTime();
        int from = piece.position();
        int written = answer.doWrite(piece);
        waited += System.nanoTime() - began;
        bytes += piece.position() - from;
        if (pace.isLost(waited, bytes)) {
            SocketTimeoutException late = new SocketTimeoutException("An answer is read too slowly");
            response.action(ActionCode.CLOSE_NOW, late);
            throw late;
        }
        return written;
    }

    @Override
    public long getBytesWritten() {
        return answer.getBytesWritten();
    }
}
