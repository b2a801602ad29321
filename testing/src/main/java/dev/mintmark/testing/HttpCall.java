package dev.mintmark.testing;

import com.sun.net.httpserver.HttpExchange;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request.
 *
 * @param method in upper case
 * @param path as it was sent
 * @param query without the question mark
 * @param authorization the header
 * @param contentType the header, without parameters
 * @param cookies the headers
 * @param body at most {@link IssuerServer#MAX_BODY} bytes
 */
record HttpCall(
        String method,
        String path,
        String query,
        Optional<String> authorization,
        String contentType,
        List<String> cookies,
        byte[] body) {
    static final String COOKIE = "mintmark_session";
    private static final String FORM = "application/x-www-form-urlencoded";

    static HttpCall of(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        return new HttpCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                Optional.ofNullable(headers.getFirst("Authorization")),
                type.split(";", 2)[0].strip(),
                headers.getOrDefault("Cookie", List.of()),
                body);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    boolean isForm() {
        return contentType.equalsIgnoreCase(FORM);
    }

    /** The parameters of the form, or of the query of a GET. */
    Parameters parameters() {
        if (!isPost()) {
            return Parameters.parse(query);
        }
        if (!isForm()) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The Content-Type is not " + FORM);
        }
        return Parameters.parse(new String(body, StandardCharsets.ISO_8859_1));
    }

    /** The values of the session cookies. Java's client writes them in quotation marks (RFC 6265 section 4.1.1). */
    List<String> sessions() {
        return cookies.stream()
                .flatMap(header -> Stream.of(header.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1).replace("\"", ""))
                .toList();
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return "HttpCall[" + method + "]";
    }
}
