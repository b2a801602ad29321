package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.http.limit.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random requests of hostile pieces find no 500, no redirect outside of the rule, and no unescaped echo. */
@QuarkusTest
class OAuthFuzzTest extends HttpTest {
    private static final int REQUESTS = 400;

    /** Fixed, so that a failure can be repeated. */
    private static final long SEED = 20_261_201L;

    private static final String MARK = "<img src=x onerror=1>\"'";

    private static final List<String> NAMES = List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "response_mode",
            "prompt",
            "max_age",
            "login_hint",
            "id_token_hint",
            "claims",
            "code_challenge",
            "code_challenge_method",
            "resource",
            "post_logout_redirect_uri",
            "confirm",
            "grant_type",
            "code",
            "code_verifier",
            "refresh_token",
            "token",
            "username",
            "password",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "request",
            "user",
            "subject",
            "action");

    private static final List<String> VALUES = List.of(
            MARK,
            "",
            "code",
            "openid",
            "none",
            "alice",
            "web",
            "http://localhost:3000/cb",
            "http://localhost@evil.example/",
            "https://evil.example/" + MARK,
            "//evil.example",
            "javascript:alert(1)",
            "http://localhost/\r\nLocation: https://evil.example/",
            "form_post",
            "fragment",
            "{\"userinfo\":{\"" + MARK + "\":null}}",
            "v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "eyJhbGciOiJub25lIn0.e30.",
            "\u0000\u0007\u2028\ud83d\ude00",
            "9".repeat(40),
            "x".repeat(3000),
            "authorization_code",
            "refresh_token",
            "client_credentials",
            "password",
            "deny");

    private final Random random = new Random(SEED);

    @Test
    void nothingBreaks() {
        for (int i = 0; i < REQUESTS; i++) {
            String endpoint =
                    pick(List.of("authorize", "logout", "token", "login", "userinfo", "introspect", "revoke"));
            String parameters = parameters(endpoint);
            boolean isGet = endpoint.equals("authorize") || endpoint.equals("logout");
            Response response = isGet
                    ? given().redirects()
                            .follow(false)
                            .urlEncodingEnabled(false)
                            .get("/issuers/fuzz/" + endpoint + "?" + parameters)
                    : given().redirects()
                            .follow(false)
                            .contentType("application/x-www-form-urlencoded")
                            .body(parameters)
                            .post("/issuers/fuzz/" + endpoint);
            assertThat(response.statusCode())
                    .as("request %d: %s %s", i, endpoint, parameters)
                    .isLessThan(500);
            assertThat(response.asString()).doesNotContain("<img", "onerror=1>");
            checkLocation(response.header("Location"));
        }
    }

    private static void checkLocation(String location) {
        if (location != null) {
            assertThat(URI.create(location).getHost()).isEqualTo("localhost");
        }
    }

    private String parameters(String endpoint) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (random.nextInt(4) > 0 && endpoint.equals("authorize")) {
            parameters.putAll(OAuthClient.request());
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            parameters.put(pick(NAMES), pick(VALUES) + (random.nextInt(6) == 0 ? pick(VALUES) : ""));
        }
        String encoded = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return random.nextInt(8) == 0 ? encoded + "&" + pick(NAMES) + "=again" : encoded;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
