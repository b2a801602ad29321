package dev.mintmark.http.mcp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol over HTTP, with the default settings. */
@QuarkusTest
class McpResourceTest extends HttpTest {
    static final String LIST = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}";

    static String call(String tool, String arguments) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"" + tool
                + "\", \"arguments\": " + arguments + "}}";
    }

    @Test
    void oneMessageHasOneAnswer() {
        post("/mcp", LIST, 200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-store")
                .body("id", equalTo(1))
                .body("result.tools.name", hasItem("mint_token"))
                .body("result.tools[0].inputSchema.type", equalTo("object"));
        given().contentType(ContentType.JSON)
                .accept("application/json, text/event-stream")
                .body(call("mint_token", "{\"subject\": \"alice\"}"))
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.isError", equalTo(false))
                .body("result.structuredContent.summary[0]", containsString("alice"));
    }

    @Test
    void aNotificationIsAcceptedWithoutBody() {
        post("/mcp", "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}", 202)
                .body(equalTo(""));
    }

    @Test
    void thereIsNoStreamAndNoSession() {
        given().accept("text/event-stream").get("/mcp").then().statusCode(405).header("Allow", containsString("POST"));
        given().header("Mcp-Session-Id", "x").delete("/mcp").then().statusCode(405);
        given().contentType(ContentType.JSON)
                .header("Mcp-Session-Id", "x")
                .body(LIST)
                .post("/mcp")
                .then()
                .statusCode(200);
    }

    @Test
    void theHeaderFieldsOfTheNewestRevisionAreCompared() {
        String list = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\", \"params\": {\"_meta\":"
                + " {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\","
                + " \"io.modelcontextprotocol/clientCapabilities\": {}}}}";
        given().contentType(ContentType.JSON)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/list")
                .body(list)
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.resultType", equalTo("complete"));
        given().contentType(ContentType.JSON)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .body(list)
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("error.code", equalTo(-32020));
        post("/mcp", list.replace("tools/list", "no/such"), 400).body("error.code", equalTo(-32020));
        given().contentType(ContentType.JSON)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "no/such")
                .body(list.replace("tools/list", "no/such"))
                .post("/mcp")
                .then()
                .statusCode(404)
                .body("error.code", equalTo(-32601));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "1", "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}"})
    void whatIsNoMessageIsAnErrorOfTheProtocol(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/mcp")
                .then()
                .statusCode(400)
                .contentType(ContentType.JSON)
                .body("jsonrpc", equalTo("2.0"));
    }

    @Test
    void aBodyThatIsNotJsonOrTooLargeIsRefusedAsEverywhere() {
        given().contentType("text/plain").body(LIST).post("/mcp").then().statusCode(415);
        given().contentType(ContentType.JSON)
                .body(call("explain_token", "{\"token\": \"" + "x".repeat(300_000) + "\"}"))
                .post("/mcp")
                .then()
                .statusCode(413);
        given().contentType(ContentType.JSON)
                .accept("text/event-stream")
                .body(LIST)
                .post("/mcp")
                .then()
                .statusCode(406);
    }

    @Test
    void aPageOfAnotherHostIsRefused() {
        given().contentType(ContentType.JSON)
                .header("Origin", "http://evil.example")
                .header("Host", "evil.example")
                .body(LIST)
                .post("/mcp")
                .then()
                .statusCode(403)
                .body("detail", containsString("mintmark.http.hosts"));
        given().contentType(ContentType.JSON)
                .header("Origin", "http://localhost:6274")
                .header("Host", "localhost:8080")
                .body(LIST)
                .post("/mcp")
                .then()
                .statusCode(200);
    }

    /** The host of a snippet is never that of the request alone. */
    @Test
    void aSnippetNamesTheServiceAndNotTheHostOfTheRequest() {
        given().contentType(ContentType.JSON)
                .header("Host", "evil.example")
                .body(call("snippet", "{\"framework\": \"node-jose\"}"))
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.structuredContent.code", containsString("localhost:"))
                .body("result.structuredContent.code", not(containsString("evil")));
    }
}
