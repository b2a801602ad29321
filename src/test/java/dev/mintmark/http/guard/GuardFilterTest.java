package dev.mintmark.http.guard;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.mintmark.LogLines;
import dev.mintmark.contract.Contract;
import dev.mintmark.contract.ErrorExamplesTest;
import dev.mintmark.http.limit.HttpTest;
import dev.mintmark.http.limit.SlowClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With an API key file, minting and revoking require an API key. */
@QuarkusTest
@TestProfile(ApiKeyFile.class)
@Tag("slow")
class GuardFilterTest extends HttpTest {
    private static final String NO_KEY = "Bearer realm=\"mintmark\"";
    private static final String WRONG_KEY = NO_KEY + ", error=\"invalid_token\"";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    static Stream<String> guardedPaths() {
        List<String> paths = Contract.load().guardedPaths();
        assertThat(paths).contains("/tokens", "/tokens/refresh", "/tokens/revoke", "/keys/generate");
        return paths.stream();
    }

    @ParameterizedTest
    @MethodSource("guardedPaths")
    void mintingAndRevokingRequireAKey(String path) {
        refused(json().body("{}"), path, NO_KEY);
        refused(json().body("{}").header("X-Api-Key", "wrong"), path, WRONG_KEY);
        assertThat(json().body("{\"no_such_member\": 1}")
                        .header("X-Api-Key", ApiKeyFile.KEY)
                        .post(path)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theExampleOfTheContractIsTheRealResponse() throws Exception {
        ErrorExamplesTest.assertReal(
                Contract.load(), "Unauthorized", "no_key", json().body("{}").post("/tokens"));
    }

    @Test
    void readingVerifyingAndExplainingRequireNone() {
        String token = minted().path("token");
        String body = "{\"token\": " + quoted(token) + "}";
        for (String path : List.of("/tokens/decode", "/tokens/verify", "/advisories")) {
            post(path, body, 200);
        }
        for (String path : List.of("/keys", "/keys/jwks", "/.well-known/jwks.json", "/advisories", "/q/openapi")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get(management.resolve("/q/health/ready")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer " + ApiKeyFile.KEY,
        "Authorization, bearer   " + ApiKeyFile.KEY,
        "X-Api-Key, " + ApiKeyFile.KEY,
        "x-api-key, " + ApiKeyFile.FIRST_KEY,
        "X-Api-Key, " + ApiKeyFile.LAST_KEY,
    })
    void everyKeyIsAcceptedInEitherHeader(String header, String value) {
        json().body("{}").header(header, value).post("/tokens").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "ci", "second-key-for-tests-onlx", "second-key-for-tests-only2"})
    void aWrongKeyIsRefused(String key) {
        refused(json().body("{}").header("X-Api-Key", key), "/tokens", WRONG_KEY);
        refused(json().body("{}").header("Authorization", "Bearer " + key + " x"), "/tokens", WRONG_KEY);
    }

    @Test
    void theHashOfAKeyIsRefused() {
        String hash = ApiKeyFile.line("ci", ApiKeyFile.KEY).strip().substring("ci:".length());
        refused(json().body("{}").header("X-Api-Key", hash), "/tokens", WRONG_KEY);
    }

    @Test
    void twoKeysAreAcceptedOnlyIfTheyAreEqual() {
        String bearer = "Bearer " + ApiKeyFile.KEY;
        json().body("{}")
                .header("Authorization", bearer)
                .header("X-Api-Key", ApiKeyFile.KEY)
                .post("/tokens")
                .then()
                .statusCode(200);
        for (String other : List.of("wrong", ApiKeyFile.FIRST_KEY)) {
            refused(json().body("{}").header("Authorization", bearer).header("X-Api-Key", other), "/tokens", WRONG_KEY);
            refused(
                    json().body("{}").header("Authorization", "Bearer " + other).header("X-Api-Key", ApiKeyFile.KEY),
                    "/tokens",
                    WRONG_KEY);
            refused(json().body("{}").header("X-Api-Key", ApiKeyFile.KEY, other), "/tokens", WRONG_KEY);
        }
    }

    /** Credentials of a proxy are neither an error nor a replacement for the API key. */
    @Test
    void anotherAuthenticationSchemeIsIgnored() {
        refused(json().body("{}").header("Authorization", "Basic Y2k6Y2k="), "/tokens", NO_KEY);
        refused(json().body("{}").header("Authorization", ApiKeyFile.KEY), "/tokens", NO_KEY);
        json().body("{}")
                .header("Authorization", "Basic Y2k6Y2k=")
                .header("X-Api-Key", ApiKeyFile.KEY)
                .post("/tokens")
                .then()
                .statusCode(200);
    }

    /** The response arrives although the body never does. */
    @Test
    void aRequestWithoutAKeyIsRefusedBeforeItsBodyIsRead() throws Exception {
        try (SlowClient client = new SlowClient(RestAssured.port, "/tokens")) {
            assertThat(client.head()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void theMetricNamesTheCallerAndNotTheKey() {
        String metrics;
        List<String> log;
        String answers;
        try (LogLines lines = new LogLines()) {
            answers = minted().headers().toString()
                    + json().body("{}")
                            .header("X-Api-Key", "wrong-key-1")
                            .post("/tokens")
                            .asString()
                    + json().body("{")
                            .header("Authorization", "Bearer " + ApiKeyFile.KEY)
                            .post("/tokens")
                            .asString();
            log = lines.soFar();
        }
        metrics = get(management.resolve("/q/metrics")).asString();
        assertThat(metrics)
                .containsPattern("mintmark_guard_requests_total\\{caller=\"ci\",outcome=\"accepted\"\\} [1-9]")
                .containsPattern("mintmark_guard_requests_total\\{caller=\"none\",outcome=\"refused\"\\} [1-9]");
        assertThat(log).isNotEmpty();
        for (String key :
                List.of(ApiKeyFile.KEY, ApiKeyFile.line("ci", ApiKeyFile.KEY).strip(), "wrong-key-1")) {
            assertThat(metrics + log + answers).doesNotContain(key);
        }
    }

    private static Response minted() {
        return json().body("{}").header("X-Api-Key", ApiKeyFile.KEY).post("/tokens");
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    private static void refused(RequestSpecification request, String path, String challenge) {
        request.post(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", challenge)
                .header("Cache-Control", "no-store")
                .body("code", equalTo("unauthorized"))
                .body("type", equalTo("urn:mintmark:problem:unauthorized"));
    }
}
