package dev.mintmark.http.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that has sent a request but for the last byte of its body, and sends that when it is told to. */
public final class SlowClient implements AutoCloseable {
    private static final String BODY = "{\"advise\": false}";

    private final Socket socket;
    private final BufferedReader reader;

    /** Sends all but the end to the path of a service on loopback. */
    public SlowClient(int port, String path) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + BODY.length() + "\r\n\r\n" + BODY.substring(0, BODY.length() - 1));
    }

    /** Sends the end. */
    public SlowClient finish() throws IOException {
        write(BODY.substring(BODY.length() - 1));
        return this;
    }

    /** The head of the answer, line by line; empty if the connection is closed without one. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** Breaks the connection, by a reset and not by an end. */
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
