package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.LogLines;
import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No code, token, cookie, secret or password of a login is in a log line, a metric or an error. */
@QuarkusTest
class OAuthRedactionTest extends HttpTest {
    private static final String SECRET = "client-secret-for-tests-only";
    private static final String PASSWORD = "password-for-tests-only";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final OAuthClient client = new OAuthClient("/issuers/silent");

    @Test
    void nothingConfidentialIsLoggedOrCountedOrEchoed() {
        List<String> confidential;
        List<String> log;
        StringBuilder errors = new StringBuilder();
        try (LogLines lines = new LogLines()) {
            confidential = useEverything(errors);
            log = lines.soFar();
        }
        String counted = RestAssured.get(management.resolve("/q/metrics")).asString();
        assertThat(log).anyMatch(line -> line.contains("the handler listens"));
        assertThat(counted).contains("mintmark_oauth_requests_total{endpoint=\"token\",outcome=\"invalid_grant\"");
        assertThat(errors.toString()).contains("invalid_grant", "invalid_token");
        assertThat(confidential).hasSize(10).allSatisfy(text -> {
            assertThat(text).isNotEmpty();
            assertThat(String.join("\n", log)).doesNotContain(text);
            assertThat(counted).doesNotContain(text);
            assertThat(errors.toString()).doesNotContain(text);
        });
    }

    private List<String> useEverything(StringBuilder errors) {
        Response page = client.authorize(OAuthClient.request("login_hint", ""));
        String form = OAuthClient.form(page);
        errors.append(client.login("request", form + "x", "user", "alice").asString());
        Response redirect = client.login("request", form, "user", "alice");
        String code = OAuthClient.answer(redirect).get("code");
        errors.append(client.redeem(code, "code_verifier", "x".repeat(43)).asString());
        Response tokens = client.redeem(code, "client_secret", SECRET);
        errors.append(client.redeem(code, "client_secret", SECRET).asString());
        String access = tokens.path("access_token");
        String refresh = tokens.path("refresh_token");
        String id = tokens.path("id_token");
        errors.append(client.userinfo(access).asString());
        errors.append(client.refresh(refresh).asString());
        errors.append(client.token("grant_type", refresh, "client_id", access).asString());
        errors.append(
                client.authorize(OAuthClient.request("id_token_hint", id + "x")).header("Location"));
        errors.append(client.authorize(OAuthClient.request("redirect_uri", "x:" + access))
                .asString());
        errors.append(client.post("/introspect", "token", access).asString());
        errors.append(client.post("/revoke", "client_id", "web", "token", id).asString());
        errors.append(given().queryParam("id_token_hint", access)
                .get("/issuers/silent/logout")
                .asString());
        errors.append(given().queryParam("access_token", access)
                .get("/issuers/silent/userinfo")
                .asString());
        client.token("grant_type", "password", "username", "alice", "password", PASSWORD, "client_id", "web");
        return List.of(
                code,
                access,
                refresh,
                id,
                form,
                redirect.cookie("mintmark_session"),
                access.substring(access.lastIndexOf('.') + 1),
                OAuthClient.VERIFIER,
                SECRET,
                PASSWORD);
    }
}
