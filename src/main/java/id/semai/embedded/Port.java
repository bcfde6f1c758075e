package id.semai.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port that one of our servers will listen on.
 *
 * @param setting the property by which people choose another
 */
record Port(int number, String server, String setting) {

    /** @throws EmbeddedFailure naming the port and its setting, if another program listens there */
    void requireFree() {
        requireFreeOn(InetAddress.getLoopbackAddress());
    }

    void requireFreeOn(InetAddress address) {
        if (number != 0 && (answers() || !canBeBound(address))) {
            throw new EmbeddedFailure("Porta " + number + " untuk " + server
                    + " sudah dipakai program lain: hentikan program itu, atau pilih porta lain lewat " + setting
                    + ".");
        }
    }

    /** Nothing keeps the port until a server takes it: for what starts right away. */
    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private boolean canBeBound(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(number, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
