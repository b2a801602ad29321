package dev.mintmark.testing;

import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response.
 *
 * @param status the status code
 * @param headers by name
 * @param body empty if there is none
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    HttpAnswer {
        headers = Map.copyOf(headers);
    }

    static HttpAnswer json(int status, Object body) {
        return new HttpAnswer(
                status,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Cache-Control",
                        "no-store",
                        "Access-Control-Allow-Origin",
                        "*"),
                StrictJson.bytes(body));
    }

    static HttpAnswer jwks(byte[] body) {
        return new HttpAnswer(
                200, Map.of("Content-Type", "application/jwk-set+json", "Access-Control-Allow-Origin", "*"), body);
    }

    static HttpAnswer html(int status, String page) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "text/html;charset=UTF-8", "Cache-Control", "no-store"),
                page.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer text(int status, String text) {
        return new HttpAnswer(
                status, Map.of("Content-Type", "text/plain;charset=UTF-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer redirect(String location) {
        return new HttpAnswer(303, Map.of("Location", location, "Cache-Control", "no-store"), new byte[0]);
    }

    /** An error in the form of RFC 6749 section 5.2. */
    static HttpAnswer error(OAuthError error, String description) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error.wireName());
        body.put("error_description", description);
        return json(error.status(), body);
    }

    HttpAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body);
    }

    /** Without the body, which may hold a token. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
