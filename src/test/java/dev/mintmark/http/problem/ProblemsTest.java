package dev.mintmark.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error, including those of the framework, is problem JSON. */
@QuarkusTest
class ProblemsTest extends HttpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                  | ``
            null                                | ``
            []                                  | ``
            "text"                              | ``
            {"subject                           | ``
            {} {}                               | ``
            {"subject": "a",}                   | ``
            {"subject": "a", "subject": "b"}    | ``
            {"claims": {"a": 1, "\\u0061": 2}}  | ``
            {"claims": {"n": NaN}}              | ``
            {"claims": {"n": 1e99999999999}}    | ``
            {"advice": true}                    | /advice
            {"refresh_token": true}             | /refresh_token
            {"subject": 5}                      | /subject
            {"subject": true}                   | /subject
            {"subject": {}}                     | /subject
            {"roles": [1]}                      | /roles/0
            {"roles": [null]}                   | /roles/0
            {"claims": []}                      | /claims
            {"claims": "x"}                     | /claims
            {"headers": 1}                      | /headers
            """)
    void anInvalidBodyIsAMalformedRequest(String body, String pointer) {
        post("/tokens", body, 400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mintmark:problem:malformed-request"))
                .body("status", equalTo(400))
                .body("code", equalTo("malformed-request"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void invalidUtf8AndDeepNestingAreMalformed() {
        byte[][] bodies = {
            {'{', '"', 's', 'u', 'b', 'j', 'e', 'c', 't', '"', ':', '"', (byte) 0xff, '"', '}'},
            "{\"subject\":\"a\0b\"}".getBytes(StandardCharsets.UTF_8),
            ("{\"claims\":{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}}").getBytes(StandardCharsets.UTF_8),
        };
        for (byte[] body : bodies) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/tokens")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithAndWithoutContentLength() throws Exception {
        String large = "{\"claims\": {\"a\": \"" + "x".repeat(1_000_000) + "\"}}";
        given().contentType(ContentType.JSON)
                .body(large)
                .post("/tokens")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"too-large\"").doesNotContain("xxx");
    }

    @Test
    void withoutCorsNoResponseAllowsAnotherOrigin() {
        Response preflight = given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/tokens");
        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
        assertThat(preflight.header("Access-Control-Allow-Headers")).isNull();
        assertThat(given().header("Origin", "https://app.example").get("/keys").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    /** Errors before routing. */
    @Test
    void aHeadOverTheLimitIsABare431() {
        given().header("X-Large", "x".repeat(15_000)).get("/keys/jwks").then().statusCode(200);
        assertThat(given().header("X-Large", "x".repeat(17_000)).get("/nothing").statusCode())
                .isEqualTo(431);
        given().get("/keys/jwks").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens", "/tokens/decode", "/tokens/verify", "/keys/generate"})
    void onlyJsonIsAcceptedAndReturned(String path) {
        given().contentType("text/plain").body("{}").post(path).then().statusCode(415);
        given().contentType(ContentType.JSON)
                .accept("text/html")
                .body("{}")
                .post(path)
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /tokens                | OPTIONS, POST
            DELETE | /tokens                | OPTIONS, POST
            PUT    | /tokens/verify         | OPTIONS, POST
            POST   | /keys                  | GET, HEAD, OPTIONS
            POST   | /keys/jwks             | GET, HEAD, OPTIONS
            DELETE | /keys/some-key         | GET, HEAD, OPTIONS
            POST   | /.well-known/jwks.json | GET, HEAD, OPTIONS
            """)
    void aWrongMethodListsTheAllowedMethods(String method, String path, String allow) {
        Response response = given().request(method, path);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo(allow);
        assertThat(response.<String>path("code")).isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/tokens/nothing", "/keys/a/b", "/q/nothing", "/keys/no-such-key"})
    void anUnknownResourceIsNotFound(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    /** Each of these invalid requests contains something confidential that the response must not repeat. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret\": \"hush-hush\"}",
                "{\"secret\": \"hush-hush\", \"secret_encoding\": \"hex\"}",
                "{\"key\": \"-----BEGIN hush-hush\"}",
                "{\"key\": {\"kty\": \"EC\", \"d\": \"hush-hush\"}}",
                "{\"claims\": {\"a\": \"hush-hush\"}, \"subject\": 5}",
                "{\"secret\": \"hush-hush",
                "{\"hush-hush-this-name-is-a-secret-of-its-own\": 1}",
                "{\"hush hush\": 1}",
                "{\"hush/hush\": 1}",
            })
    void nothingConfidentialIsEchoed(String body) {
        Response response = given().contentType(ContentType.JSON).body(body).post("/tokens");
        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(response.asString()).doesNotContain("hush");
    }
}
