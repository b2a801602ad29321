package dev.mintmark.http.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CORS, enabled for one origin behind a proxy that terminates TLS; the JWKS is readable for all. */
@QuarkusTest
@TestProfile(CorsTest.On.class)
@Tag("slow")
class CorsTest extends HttpTest {
    private static final String ALLOWED = "https://app.example";
    private static final String OTHER = "https://evil.example";

    /** For one origin. */
    public static final class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.cors.enabled",
                    "true",
                    "quarkus.http.cors.origins",
                    ALLOWED,
                    "mintmark.http.hosts",
                    "mint.dev.example, other.example",
                    "mintmark.issuer",
                    "https://issuer.example/auth",
                    "mintmark.oauth.origins",
                    "http://inner.example:8080",
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "quarkus.http.proxy.enable-forwarded-host",
                    "true");
        }
    }

    /** Quarkus refuses an origin with a bare 403, which openapi.yaml does not list. */
    @BeforeEach
    void disableTheContractFilter() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void aPageOfTheOriginMayCallAfterAPreflight() {
        preflight(ALLOWED)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", ALLOWED)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("x-api-key"));
        mintFrom(ALLOWED)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", ALLOWED)
                .header("Access-Control-Allow-Credentials", "false")
                .header("Access-Control-Expose-Headers", containsString("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER, "null", "https://app.example.evil.example", "http://app.example"})
    void aPageOfAnotherOriginMayNot(String origin) {
        preflight(origin).then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
        Response refused = mintFrom(origin);
        refused.then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
        assertThat(refused.asString()).isEmpty();
    }

    /** Browsers send Origin with each POST, also from the service's own page. */
    @Test
    void theServicesOwnPageMay() {
        mintFrom("http://localhost:" + RestAssured.port).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mint.dev.example", "other.example", "issuer.example", "inner.example"})
    void aPageBehindAProxyMayIfItsHostIsConfigured(String host) {
        mintBehindAProxy("https://" + host, host).then().statusCode(200);
    }

    /** Quarkus takes them for the service's own origin; the origin check does not. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "mint.dev.example.evil.example", "dev.example"})
    void aPageBehindAProxyMayNotIfItsHostIsUnknown(String host) {
        mintBehindAProxy("https://" + host, host)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-origin"))
                .body("detail", containsString("mintmark.http.hosts"));
    }

    @Test
    void aPageOfAnotherOriginIsRefusedBehindAProxy() {
        Response refused = mintBehindAProxy("https://evil.example", "mint.dev.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).isEmpty();
    }

    private static Response mintBehindAProxy(String origin, String host) {
        return given().contentType(ContentType.JSON)
                .header("Origin", origin)
                .header("X-Forwarded-Host", host)
                .header("X-Forwarded-Proto", "https")
                .body("{}")
                .post("/tokens");
    }

    @Test
    void requestsWithoutOriginAreUnaffected() {
        post("/tokens", "{}", 200).header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/keys/jwks", "/.well-known/jwks.json"})
    void theJwksIsReadableForEveryOrigin(String path) {
        for (String origin : List.of(ALLOWED, OTHER)) {
            Response answer = given().header("Origin", origin).get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                    .containsExactly("*");
            answer.then().header("Access-Control-Allow-Credentials", nullValue());
        }
        given().header("Origin", OTHER).get("/keys").then().statusCode(equalTo(403));
    }

    private static Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-api-key")
                .options("/tokens");
    }

    private static Response mintFrom(String origin) {
        return given().contentType(ContentType.JSON)
                .header("Origin", origin)
                .body("{}")
                .post("/tokens");
    }
}
