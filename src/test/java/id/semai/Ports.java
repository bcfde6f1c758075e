package id.semai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports for servers of the tests, which may stop and come back on the same one. They lie below those that the system gives
 * to whoever asks for any, and each process of tests on this machine has a band of its own.
 */
public final class Ports {

    private static final int FIRST = 10_000;
    private static final int WIDTH = 100;
    private static final int BANDS = 50;

    /** Held until the process ends: whoever has a band's first port has the band. */
    private static final ServerSocket BAND = band();

    private static int last = BAND.getLocalPort();

    private Ports() {}

    /** One that nobody listens on, and that nobody else will be given before this process is through with its band. */
    public static synchronized int next() {
        for (int tries = 0; tries < WIDTH; tries++) {
            last = last + 1 < BAND.getLocalPort() + WIDTH ? last + 1 : BAND.getLocalPort() + 1;
            try (ServerSocket free = bound(last)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // By a program that has nothing to do with the tests, or by a server that still runs.
            }
        }
        throw new IllegalStateException("no free port from " + BAND.getLocalPort() + " on");
    }

    private static ServerSocket band() {
        for (int band = 0; band < BANDS; band++) {
            try {
                return bound(FIRST + band * WIDTH);
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new UncheckedIOException(new IOException("no free band of ports from " + FIRST + " on"));
    }

    private static ServerSocket bound(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
