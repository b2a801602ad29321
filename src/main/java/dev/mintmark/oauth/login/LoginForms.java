package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.SealedValues.Kind;
import dev.mintmark.oauth.grant.ClaimNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What the login page sends back: the authorization request, sealed, so that no other page can send the form; and the
 * claims that were typed.
 */
final class LoginForms {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    static final int MAX_CLAIMS = 4096;

    private final SealedValues sealed;

    LoginForms(SealedValues sealed) {
        this.sealed = sealed;
    }

    String seal(AuthorizationRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("query", request.parameters().encoded());
        return sealed.seal(Kind.LOGIN_FORM, request.issuer().name(), json, LIFETIME);
    }

    /** The parameters of the authorization request; empty if the form is missing, forged or older than 10 minutes. */
    Optional<Parameters> open(IssuerName issuer, Optional<String> form) {
        return form.flatMap(text -> sealed.open(Kind.LOGIN_FORM, issuer, text))
                .map(json -> Parameters.parse(json.path("query").asText()));
    }

    /**
     * The claims that were typed.
     *
     * @throws OAuthException {@code invalid_request} saying what is wrong with them
     */
    static ObjectNode typed(Optional<String> text) {
        if (text.filter(value -> !value.isBlank()).isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        byte[] json = text.get().getBytes(StandardCharsets.UTF_8);
        if (json.length > MAX_CLAIMS) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The claims are larger than 4 KiB.");
        }
        try {
            ObjectNode claims = StrictJson.object(json);
            Optional<String> reserved =
                    ClaimNames.PROTOCOL.stream().filter(claims::has).sorted().findFirst();
            if (reserved.isPresent()) {
                throw new OAuthException(
                        OAuthError.INVALID_REQUEST,
                        "The claim " + reserved.get() + " comes from the protocol and cannot be typed.");
            }
            return claims;
        } catch (IllegalArgumentException e) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The claims are not a JSON object with each member once.");
        }
    }
}
