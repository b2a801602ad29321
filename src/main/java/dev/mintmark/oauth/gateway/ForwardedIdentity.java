package dev.mintmark.oauth.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Claims;
import dev.mintmark.tokens.verify.AuthorityClaims;
import dev.mintmark.tokens.verify.Expectations;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The identity that a gateway forwards, as header fields. All fields are there, empty where the token has no value, so that
 * the gateway overwrites what the caller sent.
 *
 * @param headers values of printable ASCII by the name of the field; values of a list are separated by spaces
 */
public record ForwardedIdentity(Map<String, String> headers) {
    private static final int FIRST_PRINTABLE = 0x21;
    private static final int LAST_PRINTABLE = 0x7e;

    public ForwardedIdentity {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** @throws dev.mintmark.jose.MalformedTokenException if a claim of authority has another type than text or a list of texts */
    static ForwardedIdentity of(Claims claims, Expectations expected, boolean withClaims) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Auth-Subject", text(claims, "sub"));
        headers.put("X-Auth-Client", text(claims, claims.has("client_id") ? "client_id" : "azp"));
        headers.put("X-Auth-Scope", list(AuthorityClaims.scope(claims)));
        headers.put("X-Auth-Roles", list(AuthorityClaims.roles(claims, expected)));
        headers.put("X-Auth-Permissions", list(AuthorityClaims.permissions(claims)));
        headers.put("X-Auth-Groups", list(AuthorityClaims.groups(claims)));
        headers.put("X-Auth-Email", text(claims, "email"));
        headers.put("X-Auth-Issuer", text(claims, "iss"));
        headers.put(
                "X-Auth-Claims", withClaims ? Base64Url.encode(claims.members().bytes()) : "");
        return new ForwardedIdentity(headers);
    }

    private static String text(Claims claims, String name) {
        return claims.value(name)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(ForwardedIdentity::encode)
                .orElse("");
    }

    private static String list(Collection<String> values) {
        return values.stream()
                .filter(value -> !value.isEmpty())
                .map(ForwardedIdentity::encode)
                .collect(Collectors.joining(" "));
    }

    /** Percent-encodes what is not printable ASCII, the space and the percent sign. */
    private static String encode(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean printable = b >= FIRST_PRINTABLE && b <= LAST_PRINTABLE && b != '%';
            text.append(printable ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return text.toString();
    }

    /** The names of the fields in their order. */
    public List<String> names() {
        return List.copyOf(headers.keySet());
    }

    /** Without the values, which are personal. */
    @Override
    public String toString() {
        return "ForwardedIdentity[redacted]";
    }
}
