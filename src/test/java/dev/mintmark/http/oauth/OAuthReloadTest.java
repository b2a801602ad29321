package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The file of users and clients changes while the service runs. */
@QuarkusTest
@TestProfile(GuardedOAuth.class)
class OAuthReloadTest extends HttpTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final OAuthClient client = new OAuthClient("/issuers/acme");

    private static void write(String yaml) throws Exception {
        Files.writeString(Path.of(ConfigProvider.getConfig().getValue("mintmark.oauth.file", String.class)), yaml);
    }

    @AfterEach
    void restore() throws Exception {
        write(GuardedOAuth.yaml());
        await(() -> status("batch") == 200 && ready().contains("\"clients\": 2"));
    }

    @Test
    void aNewClientIsKnownAndABrokenFileChangesNothing() throws Exception {
        assertThat(status("second")).isEqualTo(400);
        String more = GuardedOAuth.yaml().replace("  batch:", "  second:");
        write(more);
        await(() -> status("second") == 200);
        assertThat(status("batch")).isEqualTo(400);

        write(more.replace("grants:", "redirect_url: x, grants:"));
        await(() -> ready().contains("rejected"));
        assertThat(ready()).contains("\"status\": \"UP\"").doesNotContain("DOWN", GuardedOAuth.SECRET);
        assertThat(status("second")).isEqualTo(200);
    }

    @Test
    void aUserWhoIsRemovedIsSignedOut() throws Exception {
        String form = OAuthClient.form(client.authorize(OAuthClient.request("scope", "openid offline_access")));
        Response login = client.login("request", form, "subject", "alice", "password", GuardedOAuth.PASSWORD);
        String cookie = login.cookie("mintmark_session");
        Response tokens = client.redeem(OAuthClient.answer(login).get("code"), "client_secret", GuardedOAuth.SECRET);
        assertThat(silent(cookie).header("Location")).contains("code=");

        write(GuardedOAuth.yaml().replace("  alice:", "  dora:").replace("auto_login: alice", "auto_login: dora"));
        await(() -> silent(cookie).header("Location").contains("error=login_required"));
        Response refresh = client.refresh(tokens.path("refresh_token"), "client_secret", GuardedOAuth.SECRET);
        assertThat((String) refresh.path("error_description")).contains("The user is not");
    }

    private static Response silent(String cookie) {
        return given().redirects()
                .follow(false)
                .cookie("mintmark_session", cookie)
                .queryParams(OAuthClient.request("scope", "openid", "login_hint", "", "prompt", "none"))
                .get("/issuers/acme/authorize");
    }

    private int status(String id) {
        return client.token("grant_type", "client_credentials", "client_id", id, "client_secret", GuardedOAuth.SECRET)
                .statusCode();
    }

    private String ready() {
        return RestAssured.get(management.resolve("/q/health/ready")).asString();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
