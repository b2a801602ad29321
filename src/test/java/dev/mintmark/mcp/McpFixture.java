package dev.mintmark.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.FixedClock;
import dev.mintmark.assembly.Services;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.mcp.tool.Caller;
import dev.mintmark.service.TestOperations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A server for assistants without HTTP, whose clock stands still. */
public final class McpFixture {
    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final FixedClock CLOCK = new FixedClock(NOW);

    /** All keys, which take seconds to make, once for all tests. */
    static final Services SERVICES = services();

    private static final McpServer SERVER = server(true, true);

    private McpFixture() {}

    private static Services services() {
        KeyRings rings = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
        rings.makeEphemeralKeys(Algorithm.ES256);
        return TestOperations.services(CLOCK, rings);
    }

    static McpServer server(boolean hasDrills, boolean mint) {
        return McpServer.of(
                SERVICES.tokens(),
                Optional.of(SERVICES.drills()).filter(it -> hasDrills),
                SERVICES.catalogue(),
                SERVICES.issuers(),
                mint,
                "1");
    }

    /** JSON in which single quotes stand for double quotes. */
    static ObjectNode json(String text, Object... values) {
        return StrictJson.object(text.replace('\'', '"').formatted(values).getBytes(StandardCharsets.UTF_8));
    }

    /** A request of the oldest revision. */
    static ObjectNode request(String method, String params, Object... values) {
        ObjectNode request = json("{'jsonrpc': '2.0', 'id': 1}").put("method", method);
        return request.set("params", json(params, values));
    }

    /** A complete request of the newest revision. */
    static ObjectNode stateless(String method, String params, Object... values) {
        ObjectNode request = request(method, params, values);
        request.withObjectProperty("params")
                .set(
                        "_meta",
                        json("{'io.modelcontextprotocol/protocolVersion': '2026-07-28',"
                                + " 'io.modelcontextprotocol/clientCapabilities': {}}"));
        return request;
    }

    static Reply answer(JsonNode message) {
        return SERVER.answer(StrictJson.bytes(message), Optional.empty(), Caller.LOCAL);
    }

    static Reply answer(JsonNode message, RequestHeaders headers) {
        return SERVER.answer(StrictJson.bytes(message), Optional.of(headers), Caller.LOCAL);
    }

    static RequestHeaders headers(String version, String method, String name) {
        return new RequestHeaders(Optional.ofNullable(version), Optional.ofNullable(method), Optional.ofNullable(name));
    }

    static JsonNode body(Reply reply) {
        return reply.json().orElseThrow();
    }

    static JsonNode result(String method, String params, Object... values) {
        JsonNode body = body(answer(request(method, params, values)));
        assertThat(body.has("result")).as("%s", body).isTrue();
        return body.path("result");
    }

    /** The result of a call of a tool. */
    static JsonNode call(McpServer server, Caller caller, String tool, JsonNode arguments) {
        ObjectNode request = request("tools/call", "{}");
        request.withObjectProperty("params").put("name", tool).set("arguments", arguments);
        return body(server.answer(StrictJson.bytes(request), Optional.empty(), caller))
                .path("result");
    }

    static JsonNode call(String tool, JsonNode arguments) {
        return call(SERVER, Caller.LOCAL, tool, arguments);
    }

    /** The answer of a call that succeeds. */
    static JsonNode structured(String tool, String arguments, Object... values) {
        JsonNode result = call(tool, json(arguments, values));
        assertThat(result.path("isError").asBoolean(true)).as("%s", result).isFalse();
        assertThat(result.at("/content/0/text").asText())
                .isEqualTo(new String(StrictJson.bytes(result.path("structuredContent")), StandardCharsets.UTF_8));
        return result.path("structuredContent");
    }

    /** The message of a call that fails. */
    static String error(String tool, String arguments, Object... values) {
        return error(call(tool, json(arguments, values)));
    }

    static String error(JsonNode result) {
        assertThat(result.path("isError").asBoolean()).as("%s", result).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        return result.at("/content/0/text").asText();
    }

    static String mint(String arguments, Object... values) {
        return structured("mint_token", arguments, values).path("token").asText();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
