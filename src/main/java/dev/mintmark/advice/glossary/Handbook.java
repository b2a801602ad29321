package dev.mintmark.advice.glossary;

import java.util.List;

/** Practice beyond the single token: where to keep it, how to end it, what to check. */
public final class Handbook {
    /**
     * One piece of advice.
     *
     * @param topic what it belongs to: {@code algorithms, lifetime, storage, refresh, revocation, validation, claims, keys}
     * @param title what to do, in short
     * @param text why and how
     * @param references who says so
     */
    public record Entry(String topic, String title, String text, List<String> references) {
        public Entry {
            references = List.copyOf(references);
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            entry(
                    "algorithms",
                    "Choose by who verifies",
                    "HS256 only where one service both signs and verifies, because whoever verifies can sign as well."
                            + " RS256 to reach every client there is; ES256 or Ed25519 for small tokens and quick"
                            + " signing; PS256 where RSA is required and PKCS #1 v1.5 is not wanted. 384 and 512 buy"
                            + " nothing until a policy asks for them.",
                    "RFC 8725 3.2",
                    "RFC 7518 3.1"),
            entry(
                    "algorithms",
                    "Let the key decide",
                    "A verifier knows beforehand which algorithm each key is for, and refuses all others. The header's"
                            + " alg is what the sender says, and none is never among what is allowed.",
                    "RFC 8725 2.1, 3.1",
                    "CVE-2015-9235"),
            entry(
                    "lifetime",
                    "Minutes, not days",
                    "An access token lives 5 to 15 minutes. It cannot be called back, so its life is how long a stolen"
                            + " one works. Sessions last by getting new ones, not by living long.",
                    "RFC 9700 2.2.1",
                    "CWE-613"),
            entry(
                    "storage",
                    "Browser: in memory, or not in JavaScript at all",
                    "localStorage and sessionStorage are open to every script on the page, so one cross-site scripting"
                            + " hole loses the token for good. Keep an access token in a variable, or keep tokens on"
                            + " your server behind a session cookie (backend for frontend).",
                    "OWASP HTML5 Security Cheat Sheet",
                    "draft-ietf-oauth-browser-based-apps"),
            entry(
                    "storage",
                    "Cookies: HttpOnly, Secure, SameSite",
                    "Set-Cookie: __Host-session=...; HttpOnly; Secure; SameSite=Strict; Path=/ keeps scripts out, plain"
                            + " http out, and other sites' forms out (SameSite=Lax where links from elsewhere must"
                            + " work). A cookie is sent by itself, so requests that change something also need"
                            + " protection against forgery. One cookie holds 4,096 bytes.",
                    "RFC 6265 4.1.2",
                    "OWASP Session Management Cheat Sheet"),
            entry(
                    "storage",
                    "Never in a URL, never in a log",
                    "URLs end up in histories, logs and Referer headers. Send a token in the Authorization header, and"
                            + " log its jti, not the token.",
                    "RFC 6750 5.3",
                    "RFC 9700 4.3.2"),
            entry(
                    "refresh",
                    "Two tokens for two jobs",
                    "The access token goes to resource servers and lives for minutes. The refresh token goes to the"
                            + " issuer alone, has a type and an audience of its own, and lives for days. A resource"
                            + " server that takes a refresh token is a hole.",
                    "RFC 6749 1.5",
                    "RFC 9700 2.2.2"),
            entry(
                    "refresh",
                    "Rotate, and take reuse for theft",
                    "Each refresh token is redeemed once and brings its successor. When one is used a second time,"
                            + " somebody has a copy: revoke the whole family. At each redemption check that the user is"
                            + " still active.",
                    "RFC 9700 4.14.2"),
            entry(
                    "revocation",
                    "Deny list by jti",
                    "Keep issuer and jti of revoked tokens until their exp has passed, in a store that all replicas"
                            + " share. Never key on the token's text or hash: an ECDSA signature has a second valid"
                            + " form.",
                    "RFC 7519 4.1.7",
                    "RFC 7009"),
            entry(
                    "revocation",
                    "Short life",
                    "With 5 to 15 minutes nothing needs to be looked up at every request: what is revoked is the refresh"
                            + " token, and the access token runs out.",
                    "RFC 9700 4.10"),
            entry(
                    "revocation",
                    "Token version",
                    "Keep for each user the moment before which no token counts, and compare iat with it: one write logs"
                            + " the user out everywhere, after a change of password or a theft.",
                    "OWASP JSON Web Token Cheat Sheet"),
            entry(
                    "validation",
                    "Check all of it, each time",
                    "Signature by a key of the expected issuer; alg on your list; exp and nbf with a minute of leeway at"
                            + " most; iss to the letter; aud names you; typ is the kind you expect; then scope and"
                            + " roles. A claim that is absent is a failed check, not a passed one.",
                    "RFC 8725 3",
                    "RFC 9068 4",
                    "RFC 7519 7.2"),
            entry(
                    "validation",
                    "Once at the gateway, and again where it matters",
                    "A gateway that validates once may pass the identity on, if nobody reaches the services around it"
                            + " and it removes what clients send in its place. Services that change money or data check"
                            + " the token themselves.",
                    "NIST SP 800-207",
                    "RFC 8725 3.9"),
            entry(
                    "claims",
                    "Nothing secret, nothing superfluous",
                    "Everybody who sees a signed token can read it. Put in what the receiver needs to decide: an opaque"
                            + " subject, scope, roles. No password, no card number, no address.",
                    "RFC 7519 12",
                    "RFC 9068 6"),
            entry(
                    "claims",
                    "Roles say who, permissions say what",
                    "Scopes are what the client was allowed, roles what the user is; the service works out from both"
                            + " what may be done. Long lists of permissions belong into the service: they make the token"
                            + " large, and are stale until it expires.",
                    "RFC 9068 2.2.3",
                    "RFC 9700 2.3"),
            entry(
                    "keys",
                    "Publish before use, keep until the last token is gone",
                    "A new key is in the JWKS before it signs, and an old one stays until the last token it signed has"
                            + " expired. Verifiers cache the JWKS for minutes, and fetch it again for an unknown kid, but"
                            + " not more often than once a minute.",
                    "RFC 7517 4.5",
                    "OpenID Connect Core 10.1.1"));

    private Handbook() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    private static Entry entry(String topic, String title, String text, String... references) {
        return new Entry(topic, title, text, List.of(references));
    }
}
