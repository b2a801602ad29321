package dev.mintmark.http.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.mintmark.contract.Contract;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.http.limit.SlowClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages of unknown hosts create and revoke nothing, with the default settings. */
@QuarkusTest
class OriginFilterTest extends HttpTest {
    private static final String EVIL = "evil.example";

    static List<String> checkedPaths() {
        List<String> paths = Contract.load().guardedPaths();
        assertThat(paths).contains("/tokens", "/tokens/batch", "/tokens/refresh", "/tokens/revoke", "/keys/generate");
        return paths;
    }

    @ParameterizedTest
    @MethodSource("checkedPaths")
    void aPageCannotUseDnsRebinding(String path) {
        refused(from("http://" + EVIL + ":8080").header("Host", EVIL + ":8080").body("{}"), path)
                .body("detail", containsString("mintmark.http.hosts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "http://localhost.evil.example", "https://evil.example", "http://127.0.0.1", ""})
    void aPageOfAnotherHostIsRefused(String origin) {
        refused(from(origin).body("{}"), "/tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080",
        "http://localhost:5173, localhost:8080",
        "http://127.0.0.1:8080, 127.0.0.1:8080",
        "http://[::1]:8080, [::1]:8080",
        "http://[::1], [::1]",
        "https://mintmark, mintmark",
        "http://mintmark.auth.svc:8080, mintmark.auth.svc:8080",
    })
    void aPageOfAKnownHostMints(String origin, String host) {
        from(origin).header("Host", host).body("{}").post("/tokens").then().statusCode(200);
    }

    /** Without proxy forwarding, no header replaces Host. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host", "Forwarded", "X-Original-Host"})
    void aForwardedHostIsIgnored(String header) {
        String value = header.equals("Forwarded") ? "host=localhost" : "localhost";
        refused(
                from("http://localhost")
                        .header("Host", EVIL)
                        .header(header, value)
                        .body("{}"),
                "/tokens");
    }

    @Test
    void severalOriginsAreRefused() {
        refused(
                given().contentType(ContentType.JSON)
                        .header("Origin", "http://localhost", "http://localhost")
                        .body("{}"),
                "/tokens");
    }

    /** Services and curl send no Origin. */
    @Test
    void requestsWithoutOriginAreUnaffected() {
        given().contentType(ContentType.JSON)
                .header("Host", EVIL)
                .body("{}")
                .post("/tokens")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens/decode", "/tokens/verify", "/advisories"})
    void readingIsOpenToEveryPage(String path) {
        String body = "{\"token\": " + quoted(token("{}")) + "}";
        from("https://evil.example").body(body).post(path).then().statusCode(200);
    }

    /** The login form posts {@code Origin: null}, and single-page applications call the token endpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "https://evil.example"})
    void theOAuthEndpointsHaveRulesOfTheirOwn(String origin) {
        for (String path : List.of("/oauth2/token", "/issuers/acme/token")) {
            given().header("Origin", origin)
                    .contentType(ContentType.URLENC)
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", "web")
                    .formParam("client_secret", "any")
                    .post(path)
                    .then()
                    .statusCode(200);
        }
    }

    /** The response arrives although the body never does. */
    @Test
    void aPageIsRefusedBeforeTheBodyIsRead() throws Exception {
        try (SlowClient client = new SlowClient(RestAssured.port, "/tokens", "Origin: https://evil.example")) {
            assertThat(client.head()).startsWith("HTTP/1.1 403 ");
        }
    }

    private static RequestSpecification from(String origin) {
        return given().contentType(ContentType.JSON).header("Origin", origin);
    }

    private static ValidatableResponse refused(RequestSpecification request, String path) {
        return request.post(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("forbidden-origin"))
                .body("detail", containsString("mintmark.http.hosts"));
    }
}
