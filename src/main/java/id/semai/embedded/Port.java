package id.semai.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A port that one of our servers will listen on.
 *
 * @param setting the property by which people choose another
 */
record Port(int number, String server, String setting) {

    private static final int FIRST_UNASKED = 20_000;

    /** Linux begins here to give ports by itself, other systems later. */
    private static final int FIRST_GIVEN = 32_768;

    private static final int TRIES = 1_000;

    /** @throws EmbeddedFailure naming the port and its setting, if another program listens there */
    void requireFree() {
        requireFreeOn(InetAddress.getLoopbackAddress());
    }

    void requireFreeOn(InetAddress address) {
        if (number != 0 && (answers() || !canBeBound(number, address))) {
            throw new EmbeddedFailure("Porta " + number + " untuk " + server
                    + " sudah dipakai program lain: hentikan program itu, atau pilih porta lain lewat " + setting
                    + ".");
        }
    }

    /**
     * Nothing keeps the port until a server takes it, seconds later: so it is none that the system meanwhile gives to
     * whoever asks for any, or to a connection.
     */
    static int anyFree() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST_UNASKED, FIRST_GIVEN))
                .limit(TRIES)
                .filter(number -> canBeBound(number, InetAddress.getLoopbackAddress()))
                .findFirst()
                .orElseThrow(() -> new EmbeddedFailure(
                        "Tidak ada porta bebas antara " + FIRST_UNASKED + " dan " + FIRST_GIVEN + "."));
    }

    /** On macOS a port of the wildcard address can be bound again on the loopback address, so ask first. */
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBeBound(int number, InetAddress address) {
        try (ServerSocket socket = new ServerSocket(number, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
