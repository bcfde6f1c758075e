package id.semai.dashboardpages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An open page, as the wire sees it: reads the stream, or never does. */
public class Pipe implements AutoCloseable {

    private final Socket socket = new Socket();
    private final List<String> lines = new ArrayList<>();
    private volatile Consumer<String> listener = line -> {};
    private volatile boolean ended;

    private Pipe(int port, String address, String... headers) {
        try {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", port));
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n"
                    + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pipe deaf(int port) {
        return new Pipe(port, LiveServlet.PATH);
    }

    public static Pipe reading(int port, String address, String... headers) {
        Pipe pipe = new Pipe(port, address, headers);
        Thread reader = new Thread(pipe::read, "pipe");
        reader.setDaemon(true);
        reader.start();
        return pipe;
    }

    private void read() {
        try {
            BufferedReader text =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                listener.accept(line);
                synchronized (lines) {
                    lines.add(line.length() > 300 ? line.substring(0, 300) : line);
                }
            }
        } catch (IOException closed) {
            // So it ends.
        }
        ended = true;
    }

    /** Hears each line as soon as it has come. */
    public void tell(Consumer<String> whom) {
        listener = whom;
    }

    boolean has(String text) {
        synchronized (lines) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** The last chunk of the answer has come. */
    boolean isOver() {
        return ended || lines().contains("0");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
