package dev.mintmark.http.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Sha256;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client and its browser, for tests of one issuer. */
final class OAuthClient {
    static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";
    static final String CHALLENGE = Base64Url.encode(Sha256.of(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    static final String REDIRECT = "http://localhost:3000/cb";
    private static final Pattern FORM = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    private final String path;

    /** @param path of the endpoints, for example {@code /issuers/acme} */
    OAuthClient(String path) {
        this.path = path;
    }

    /** The parameters of an authorization request that is answered with a code. */
    static Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", "web");
        request.put("redirect_uri", REDIRECT);
        request.put("scope", "openid profile email");
        request.put("state", "s t&a=te");
        request.put("nonce", "n-1");
        request.put("code_challenge", CHALLENGE);
        request.put("code_challenge_method", "S256");
        request.put("login_hint", "alice");
        return request;
    }

    static Map<String, String> request(String... changes) {
        Map<String, String> request = request();
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                request.remove(changes[i]);
            } else {
                request.put(changes[i], changes[i + 1]);
            }
        }
        return request;
    }

    Response authorize(Map<String, String> parameters) {
        return given().redirects().follow(false).queryParams(parameters).get(path + "/authorize");
    }

    /** Signs in and returns the code. */
    String code(Map<String, String> parameters) {
        Response response = authorize(parameters);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(303);
        return answer(response).get("code");
    }

    /** The parameters that a redirect gives to the client. */
    static Map<String, String> answer(Response response) {
        String location = response.header("Location");
        assertThat(location).startsWith(REDIRECT);
        Map<String, String> answer = new LinkedHashMap<>();
        for (String pair : location.substring(REDIRECT.length() + 1).split("&")) {
            String[] sides = pair.split("=", 2);
            answer.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return answer;
    }

    /** The sealed request in a login page. */
    static String form(Response page) {
        Matcher matcher = FORM.matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }

    Response login(String... fields) {
        return form(fields).redirects().follow(false).post(path + "/login");
    }

    Response token(String... fields) {
        return form(fields).post(path + "/token");
    }

    /** Redeems a code as the client web. */
    Response redeem(String code, String... more) {
        return token(concat(
                more,
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                REDIRECT,
                "client_id",
                "web",
                "code_verifier",
                VERIFIER));
    }

    /** Signs alice in and redeems the code. */
    Response signIn(String... changes) {
        return redeem(code(request(changes)));
    }

    Response refresh(String refreshToken, String... more) {
        return token(concat(more, "grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", "web"));
    }

    Response userinfo(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken).get(path + "/userinfo");
    }

    Response post(String endpoint, String... fields) {
        return form(fields).redirects().follow(false).post(path + endpoint);
    }

    Response introspect(String token) {
        return form("token", token).auth().preemptive().basic("web", "secret").post(path + "/introspect");
    }

    private static String[] concat(String[] more, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String[] list : new String[][] {fields, more}) {
            for (int i = 0; i < list.length; i += 2) {
                all.put(list[i], list[i + 1]);
            }
        }
        return all.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static RequestSpecification form(String... fields) {
        RequestSpecification form = given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form;
    }
}
