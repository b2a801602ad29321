package dev.mintmark.mcp;

import dev.mintmark.mcp.tool.Caller;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Serves one client on streams: a message on each line, an answer on each line. */
public final class StdioServer {
    /** The largest message, as large as the largest body of a request. */
    static final int MAX_BYTES = 256 * 1024;

    private final McpServer server;
    private final PrintStream out;
    private final PrintStream log;

    /**
     * @param out answers and nothing else
     * @param log failures of the service, without anything of the messages
     */
    public StdioServer(McpServer server, PrintStream out, PrintStream log) {
        this.server = server;
        this.out = out;
        this.log = log;
    }

    /**
     * Answers until the input ends, or the client reads no more answers.
     *
     * @throws IOException if the input cannot be read
     */
    public void serve(InputStream input) throws IOException {
        InputStream in = new BufferedInputStream(input);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && !out.checkError()) {
            if (next == '\n') {
                answer(line.toByteArray());
                line.reset();
            } else if (line.size() <= MAX_BYTES) {
                line.write(next);
            }
            next = in.read();
        }
        answer(line.toByteArray());
    }

    private void answer(byte[] line) {
        if (new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        reply(line).bytes().ifPresent(json -> {
            out.write(json, 0, json.length);
            out.write('\n');
            out.flush();
        });
    }

    private Reply reply(byte[] line) {
        if (line.length > MAX_BYTES) {
            return McpServer.refused("The message is larger than " + MAX_BYTES + " bytes.");
        }
        try {
            return server.answer(line, Optional.empty(), Caller.LOCAL);
        } catch (RuntimeException e) {
            // The message of the exception may contain input.
            log.println("Internal error: " + e.getClass().getName());
            return McpServer.failure(line);
        }
    }
}
