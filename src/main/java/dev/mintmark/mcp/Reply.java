package dev.mintmark.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.util.Optional;

/**
 * What a message is answered.
 *
 * @param status the status of HTTP
 * @param json a response, or several for a batch; empty for a notification
 */
public record Reply(int status, Optional<JsonNode> json) {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    static Reply of(JsonNode json) {
        return new Reply(OK, Optional.of(json));
    }

    static Reply nothing() {
        return new Reply(ACCEPTED, Optional.empty());
    }

    /** The JSON in UTF-8 on one line. */
    public Optional<byte[]> bytes() {
        return json.map(StrictJson::bytes);
    }

    /** Omits the response, which may hold a token. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
