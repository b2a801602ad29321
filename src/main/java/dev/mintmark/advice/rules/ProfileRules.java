package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.MEDIUM;

import dev.mintmark.advice.Findings;
import dev.mintmark.advice.TokenView;
import dev.mintmark.kinds.TokenKind;
import java.util.List;
import java.util.Map;

/** The claims that JWT profiles require and forbid. */
final class ProfileRules {
    private record Profile(String name, List<String> required, List<String> forbidden) {}

    private static final Map<TokenKind, Profile> BY_KIND = Map.of(
            TokenKind.ACCESS,
            new Profile(
                    "RFC 9068",
                    List.of("iss", "exp", "aud", "sub", "client_id", "iat", "jti"),
                    List.of("nonce", "at_hash", "c_hash")),
            TokenKind.ID,
            new Profile("OpenID Connect Core", List.of("iss", "sub", "aud", "exp", "iat"), List.of("scope")),
            TokenKind.REFRESH,
            new Profile("refresh token", List.of("iss", "aud", "exp", "jti"), List.of()),
            TokenKind.CLIENT_ASSERTION,
            new Profile("RFC 7523", List.of("iss", "sub", "aud", "exp", "jti", "iat"), List.of()),
            TokenKind.DPOP,
            new Profile("RFC 9449", List.of("jti", "htm", "htu", "iat"), List.of()),
            TokenKind.LOGOUT,
            new Profile(
                    "OpenID Connect Back-Channel Logout",
                    List.of("iss", "aud", "iat", "exp", "jti", "events"),
                    List.of("nonce")),
            TokenKind.SET,
            new Profile("RFC 8417", List.of("iss", "iat", "jti", "events"), List.of()),
            TokenKind.REQUEST,
            new Profile("RFC 9101", List.of("iss", "aud", "exp", "client_id"), List.of()));

    private ProfileRules() {}

    static void look(TokenView token, Findings found) {
        TokenKind kind = token.inference().kind();
        Profile profile = BY_KIND.get(kind);
        // Only the typ at+jwt claims the profile of RFC 9068.
        if (profile == null || (kind == TokenKind.ACCESS && !token.typ().equals("at+jwt"))) {
            return;
        }
        for (String name : profile.required()) {
            if (token.lacks(name)) {
                found.at("/payload/" + name, MEDIUM, profile.name() + " requires " + name);
            }
        }
        for (String name : profile.forbidden()) {
            if (token.has(name)) {
                found.at(
                        "/payload/" + name,
                        kind == TokenKind.LOGOUT ? HIGH : MEDIUM,
                        profile.name() + " forbids " + name);
            }
        }
        if (kind == TokenKind.DPOP) {
            proof(token, found);
        }
        if (kind == TokenKind.LOGOUT && token.lacks("sub") && token.lacks("sid")) {
            found.at("/payload/sub", MEDIUM, profile.name() + " requires sub or sid");
        }
        if (kind == TokenKind.CLIENT_ASSERTION
                && token.has("iss")
                && !token.claims().path("iss").equals(token.claims().path("sub"))) {
            found.at("/payload/sub", MEDIUM, "RFC 7523 requires sub and iss to be the client");
        }
    }

    private static void proof(TokenView token, Findings found) {
        if (!token.header().path("jwk").isObject()) {
            found.at("/header/jwk", MEDIUM, "RFC 9449 requires the public key in the header");
        }
        if (token.isHmac()) {
            found.at("/header/alg", MEDIUM, token.alg(), "RFC 9449 requires an asymmetric signature");
        }
    }
}
