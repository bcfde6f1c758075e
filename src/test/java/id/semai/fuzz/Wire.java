package id.semai.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP by hand: what no client would send. */
final class Wire {

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** One connection for one request; what is not answered at all has the status 0. */
    Answer send(Input input) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(input.bytes());
                socket.shutdownOutput();
            } catch (IOException refusedBeforeItsEnd) {
                // The answer may be there all the same.
            }
            return Answer.of(read(socket));
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketException reset) {
            // Whoever does not read a body to its end resets the connection behind the answer.
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** What is sent; {@code body} is null where there is none. */
    record Input(String method, String path, Map<String, String> headers, byte[] body) {

        byte[] bytes() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("Host", "localhost");
            all.put("Connection", "close");
            if (body != null) {
                all.put("Content-Length", Integer.toString(body.length));
            }
            all.putAll(headers);
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            all.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            if (body != null) {
                request.writeBytes(body);
            }
            return request.toByteArray();
        }

        @Override
        public String toString() {
            String text =
                    new String(bytes(), StandardCharsets.UTF_8).replaceAll("(?i)(authorization|cookie): .*", "$1: …");
            return text.length() > 3_000 ? text.substring(0, 3_000) + "… (" + text.length() + ")" : text;
        }
    }

    record Answer(int status, String head, String body) {

        private static final String GO_ON = "HTTP/1.1 100";

        static Answer of(String text) {
            if (text.startsWith(GO_ON) && text.contains("\r\n\r\n")) {
                return of(text.substring(text.indexOf("\r\n\r\n") + 4));
            }
            int end = text.indexOf("\r\n\r\n");
            String head = end < 0 ? text : text.substring(0, end);
            String status = head.startsWith("HTTP/1.1 ") ? head.substring(9, 12) : "0";
            return new Answer(Integer.parseInt(status), head, end < 0 ? "" : text.substring(end + 4));
        }
    }
}
