package dev.mintmark.http.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A client that sends a request without the last byte of its body, and that byte on demand. */
public final class SlowClient implements AutoCloseable {
    private static final String BODY = "{\"advise\": false}";

    private final Socket socket;
    private final BufferedReader reader;

    /** Sends everything except the last byte to a path of a service on loopback. */
    public SlowClient(int port, String path, String... headers) throws IOException {
        this(port);
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining())
                + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY.substring(0, BODY.length() - 1));
    }

    /** Sends a complete GET request, whose response may take a while. */
    public static SlowClient get(int port, String path) throws IOException {
        SlowClient client = new SlowClient(port);
        client.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return client;
    }

    private SlowClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Sends the last byte. */
    public SlowClient finish() throws IOException {
        write(BODY.substring(BODY.length() - 1));
        return this;
    }

    /** The lines of the response head; empty if the connection closes without one. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** Resets the connection. */
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
