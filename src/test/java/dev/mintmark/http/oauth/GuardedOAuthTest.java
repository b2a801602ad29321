package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.guard.ApiKeyFile;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With API key authentication and a file, a token takes a client of the file, a password or an API key. */
@QuarkusTest
@TestProfile(GuardedOAuth.class)
@Tag("slow")
class GuardedOAuthTest extends HttpTest {
    private final OAuthClient client = new OAuthClient("/issuers/acme");

    @Test
    void hintsAndAutoLoginSignNobodyIn() {
        Response page = client.authorize(OAuthClient.request("scope", "openid email"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("type=\"password\"").doesNotContain("user-alice");
    }

    @Test
    void aPasswordSignsInAndTheClientNeedsItsSecret() {
        String form = OAuthClient.form(client.authorize(OAuthClient.request("scope", "openid email orders:read")));
        assertThat(client.login("request", form, "subject", "alice", "password", "wrong")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.login("request", form, "subject", "bob", "password", "")
                        .statusCode())
                .isEqualTo(400);
        Response redirect = client.login("request", form, "subject", "alice", "password", GuardedOAuth.PASSWORD);
        String code = OAuthClient.answer(redirect).get("code");
        assertThat((String) client.redeem(code).path("error")).isEqualTo("invalid_client");
        assertThat((String) client.redeem(code, "client_secret", "wrong").path("error"))
                .isEqualTo("invalid_client");
        Response tokens = client.redeem(code, "client_secret", GuardedOAuth.SECRET);
        assertThat(tokens.statusCode()).as(tokens.asString()).isEqualTo(200);
        JsonPath access = OAuthTest.claims(tokens.path("access_token"));
        assertThat(access.getString("tier")).isEqualTo("gold");
        assertThat(access.getString("who")).isEqualTo("web/alice");
        assertThat(access.getString("aud")).isEqualTo("https://orders.example");
        assertThat(tokens.jsonPath().getInt("expires_in")).isEqualTo(300);
        assertThat(tokens.jsonPath().getMap("")).doesNotContainKey("refresh_token");
    }

    @Test
    void onlyRegisteredRedirectUrisAndScopesAreTaken() {
        for (String uri : new String[] {
            "http://localhost:3000/other",
            "https://app.example/cb",
            "http://localhost.evil.example/cb",
            "https://localhost/cb"
        }) {
            assertThat(client.authorize(OAuthClient.request("redirect_uri", uri))
                            .statusCode())
                    .as(uri)
                    .isEqualTo(400);
        }
        assertThat(client.authorize(
                                OAuthClient.request("redirect_uri", "https://app.example/cb?a=b", "scope", "openid"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(OAuthClient.answer(client.authorize(OAuthClient.request("scope", "openid admin"))))
                .containsEntry("error", "invalid_scope");
        assertThat(OAuthClient.answer(client.authorize(
                        OAuthClient.request("scope", "openid", "code_challenge", "", "code_challenge_method", ""))))
                .containsEntry("error", "invalid_request");
        assertThat(client.authorize(OAuthClient.request("client_id", "unknown")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void unknownClientsAreRefusedAndKnownOnesKeepTheirGrants() {
        assertThat((String) client.token("grant_type", "client_credentials", "client_id", "x", "client_secret", "y")
                        .path("error"))
                .isEqualTo("unauthorized_client");
        assertThat(client.token(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "batch",
                                "client_secret",
                                GuardedOAuth.SECRET)
                        .statusCode())
                .isEqualTo(200);
        assertThat((String) client.token(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                "x",
                                "client_id",
                                "batch",
                                "client_secret",
                                GuardedOAuth.SECRET)
                        .path("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void thePasswordGrantAndIntrospectionTakeAnApiKey() {
        String[] password = {
            "grant_type",
            "password",
            "client_id",
            "web",
            "client_secret",
            GuardedOAuth.SECRET,
            "username",
            "alice",
            "password",
            GuardedOAuth.PASSWORD,
            "scope",
            "openid"
        };
        assertThat((String) client.token(password).path("error")).isEqualTo("unauthorized_client");
        var form = given().contentType("application/x-www-form-urlencoded").header("X-Api-Key", ApiKeyFile.KEY);
        for (int i = 0; i < password.length; i += 2) {
            form.formParam(password[i], password[i + 1]);
        }
        String access = form.post("/issuers/acme/token").path("access_token");
        assertThat(access).isNotNull();
        boolean active = given().contentType("application/x-www-form-urlencoded")
                .header("X-Api-Key", ApiKeyFile.KEY)
                .formParam("token", access)
                .post("/issuers/acme/introspect")
                .path("active");
        assertThat(active).isTrue();
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .header("X-Api-Key", "wrong")
                        .formParam("token", access)
                        .post("/issuers/acme/introspect")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRegistrationNeedsAnApiKeyAndThenCounts() {
        String body = "{\"grant_types\": [\"client_credentials\"]}";
        for (String[] header : new String[][] {
            {"X-Api-Key", "wrong"}, {"Authorization", "Bearer wrong"}, {"Accept", "application/json"}
        }) {
            Response refused = given().contentType("application/json")
                    .header(header[0], header[1])
                    .body(body)
                    .post("/issuers/acme/register");
            assertThat(refused.statusCode()).as(header[0]).isEqualTo(401);
            assertThat((String) refused.path("error")).isEqualTo("invalid_token");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer realm=");
        }
        for (String[] header :
                new String[][] {{"X-Api-Key", ApiKeyFile.KEY}, {"Authorization", "Bearer " + ApiKeyFile.KEY}}) {
            Response registered = given().contentType("application/json")
                    .header(header[0], header[1])
                    .body(body)
                    .post("/issuers/acme/register");
            assertThat(registered.statusCode()).as(header[0]).isEqualTo(201);
            assertThat(client.token(
                                    "grant_type",
                                    "client_credentials",
                                    "client_id",
                                    registered.path("client_id"),
                                    "client_secret",
                                    registered.path("client_secret"))
                            .path("error")
                            .toString())
                    .as("it registered client_secret_basic")
                    .isEqualTo("invalid_client");
            assertThat(given().auth()
                            .preemptive()
                            .basic(registered.path("client_id"), registered.path("client_secret"))
                            .contentType("application/x-www-form-urlencoded")
                            .formParam("grant_type", "client_credentials")
                            .post("/issuers/acme/token")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theInnerNameGivesInnerEndpointsOfTheSameIssuer() {
        JsonPath inner = given().header("Host", GuardedOAuth.INNER)
                .get("/issuers/acme/.well-known/openid-configuration")
                .jsonPath();
        assertThat(inner.getString("issuer")).isEqualTo("http://localhost:8080/issuers/acme");
        assertThat(inner.getString("authorization_endpoint")).startsWith("http://localhost:8080/");
        assertThat(inner.getString("token_endpoint")).isEqualTo("http://" + GuardedOAuth.INNER + "/issuers/acme/token");
        assertThat(inner.getString("jwks_uri")).startsWith("http://" + GuardedOAuth.INNER);
    }

    @Test
    void corsIsForRegisteredOriginsAlone() {
        for (Map.Entry<String, Boolean> origin : Map.of(
                        "https://app.example", true, "http://localhost:3000", true, "https://evil.example", false)
                .entrySet()) {
            Response preflight = given().header("Origin", origin.getKey())
                    .header("Access-Control-Request-Method", "POST")
                    .options("/issuers/acme/" + (origin.getValue() ? "token" : "register"));
            assertThat(preflight.header("Access-Control-Allow-Origin"))
                    .isEqualTo(origin.getValue() ? origin.getKey() : null);
        }
        Response error = given().header("Origin", "https://app.example")
                .contentType("application/x-www-form-urlencoded")
                .post("/issuers/acme/token");
        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(error.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(error.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(given().header("Origin", "https://evil.example")
                        .get("/issuers/acme/.well-known/openid-configuration")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(given().header("Origin", "https://app.example")
                        .get("/issuers/acme/logout")
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }
}
