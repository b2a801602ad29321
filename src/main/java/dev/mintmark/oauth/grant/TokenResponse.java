package dev.mintmark.oauth.grant;

import dev.mintmark.drills.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A successful answer of the token endpoint (RFC 6749 section 5.1).
 *
 * @param accessToken the access token
 * @param expiresIn what is left of its life in seconds
 * @param scope what was granted; empty for none
 * @param refreshToken the refresh token, if the client gets one
 * @param idToken the ID token, if the scope has {@code openid}
 * @param issuedTokenType what the access token is, for token exchange (RFC 8693 section 2.2.1)
 * @param fault goes wrong on purpose
 */
public record TokenResponse(
        String accessToken,
        long expiresIn,
        List<String> scope,
        Optional<String> refreshToken,
        Optional<String> idToken,
        Optional<String> issuedTokenType,
        Optional<Faults> fault) {
    TokenResponse as(String issued) {
        return new TokenResponse(accessToken, expiresIn, scope, refreshToken, idToken, Optional.of(issued), fault);
    }

    /** The members of the JSON object. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", accessToken);
        issuedTokenType.ifPresent(type -> members.put("issued_token_type", type));
        members.put("token_type", "Bearer");
        members.put("expires_in", expiresIn);
        if (!scope.isEmpty()) {
            members.put("scope", String.join(" ", scope));
        }
        refreshToken.ifPresent(token -> members.put("refresh_token", token));
        idToken.ifPresent(token -> members.put("id_token", token));
        return members;
    }

    @Override
    public String toString() {
        return "TokenResponse[redacted]";
    }
}
