package dev.mintmark.oauth.login;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthIssuer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How and where the answer to an authorization request goes.
 *
 * @param target the redirect URI
 * @param mode how the parameters travel
 * @param state the value that the client gets back
 * @param issuer the {@code iss} of the answer (RFC 9207)
 */
record Delivery(RedirectTarget target, Mode mode, Optional<String> state, String issuer) {
    /** The values of {@code response_mode}. */
    enum Mode {
        QUERY,
        FRAGMENT,
        FORM_POST;

        /** The mode of this name; an absent one is the query (OAuth 2.0 Multiple Response Types section 2.1). */
        static Optional<Mode> parse(Optional<String> name) {
            if (name.isEmpty()) {
                return Optional.of(QUERY);
            }
            return Arrays.stream(values())
                    .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name.get()))
                    .findFirst();
        }
    }

    static Delivery of(OAuthIssuer issuer, RedirectTarget target, Mode mode, Optional<String> state) {
        return new Delivery(target, mode, state, issuer.issuer().value());
    }

    AuthorizationAnswer.ToClient code(String code) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        return answer(parameters);
    }

    AuthorizationAnswer.ToClient error(OAuthError error, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.wireName());
        parameters.put("error_description", description);
        return answer(parameters);
    }

    private AuthorizationAnswer.ToClient answer(Map<String, String> parameters) {
        state.ifPresent(value -> parameters.put("state", value));
        parameters.put("iss", issuer);
        return new AuthorizationAnswer.ToClient(target, mode == Mode.FORM_POST, uri(parameters), parameters);
    }

    private String uri(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        String separator = mode == Mode.FRAGMENT ? "#" : target.uri().contains("?") ? "&" : "?";
        return target.uri() + separator + query;
    }
}
