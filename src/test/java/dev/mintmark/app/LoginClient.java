package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.json.StrictJson;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser and a client of the issuer {@code acme}, which meet any replica at each step. */
final class LoginClient {
    private static final String PATH = "/issuers/acme/";
    private static final String REDIRECT = "http://localhost:3000/cb";
    private static final Pattern FORM = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A code, and the cookie of the browser. */
    record Login(String code, String cookie) {}

    /** Signs alice in without a page. */
    Login byHint(Replica replica) throws Exception {
        return login(authorize(replica, "", "&login_hint=alice"));
    }

    /** Signs in on the page, whose form goes to another replica. */
    Login byPage(Replica replica, Replica other) throws Exception {
        Matcher form = FORM.matcher(authorize(replica, "", "").body());
        assertThat(form.find()).isTrue();
        return login(post(other, "login", Map.of("request", form.group(1), "user", "alice")));
    }

    /** Renews a login by the cookie of the browser. */
    Login silently(Replica replica, Login before) throws Exception {
        return login(authorize(replica, before.cookie(), "&prompt=none"));
    }

    private HttpResponse<String> authorize(Replica replica, String cookie, String more) throws Exception {
        String query = "response_type=code&client_id=web&scope=openid&redirect_uri=" + REDIRECT + more;
        return http.send(
                request(replica, "authorize?" + query).header("Cookie", cookie).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Login login(HttpResponse<String> response) {
        String location = response.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(location);
        assertThat(code.find()).as("%d %s", response.statusCode(), location).isTrue();
        String cookie =
                response.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return new Login(URLDecoder.decode(code.group(1), StandardCharsets.UTF_8), cookie);
    }

    HttpResponse<String> redeem(Replica replica, Login login) throws Exception {
        return post(
                replica,
                "token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "web",
                        "redirect_uri",
                        REDIRECT,
                        "code",
                        login.code()));
    }

    HttpResponse<String> userinfo(Replica replica, String accessToken) throws Exception {
        return http.send(
                request(replica, "userinfo")
                        .header("Authorization", "Bearer " + accessToken)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(Replica replica, String endpoint, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                request(replica, endpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Replica replica, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + replica.port() + PATH + path))
                .timeout(Duration.ofSeconds(30));
    }

    /** A member of a JSON answer. */
    static String member(HttpResponse<String> response, String name) {
        return StrictJson.object(response.body().getBytes(StandardCharsets.UTF_8))
                .path(name)
                .asText();
    }
}
