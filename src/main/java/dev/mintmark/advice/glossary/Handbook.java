package dev.mintmark.advice.glossary;

import java.util.List;

/** General practice: where to store tokens, how to revoke them, what to validate. */
public final class Handbook {
    /**
     * One entry of the handbook.
     *
     * @param topic one of {@code algorithms, lifetime, storage, refresh, revocation, validation, claims, keys}
     * @param title the recommendation in short
     * @param text the reason and the way to do it
     * @param references RFC sections and guides
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
                    "Use HS256 only where one service both signs and verifies, because a verifier can also sign."
                            + " Use RS256 to reach every client, ES256 or Ed25519 for small tokens and fast"
                            + " signing, PS256 where RSA is required and PKCS #1 v1.5 is not allowed. 384 and 512 add"
                            + " nothing unless a policy requires them.",
                    "RFC 8725 3.2",
                    "RFC 7518 3.1"),
            entry(
                    "algorithms",
                    "Let the key decide",
                    "A verifier knows in advance which algorithm each key is for, and rejects all others. The header's"
                            + " alg is chosen by the sender, and none is never an allowed value.",
                    "RFC 8725 2.1, 3.1",
                    "CVE-2015-9235"),
            entry(
                    "lifetime",
                    "Minutes, not days",
                    "Let an access token expire after 5 to 15 minutes. It stays valid until then, so its lifetime is"
                            + " how long a stolen"
                            + " one works. For long sessions, issue new tokens instead of long-lived ones.",
                    "RFC 9700 2.2.1",
                    "CWE-613"),
            entry(
                    "storage",
                    "Browser: in memory, or not in JavaScript at all",
                    "Every script on the page can read localStorage and sessionStorage, so one cross-site scripting"
                            + " flaw discloses the token. Keep an access token in a variable, or keep tokens on"
                            + " your server behind a session cookie (backend for frontend).",
                    "OWASP HTML5 Security Cheat Sheet",
                    "draft-ietf-oauth-browser-based-apps"),
            entry(
                    "storage",
                    "Cookies: HttpOnly, Secure, SameSite",
                    "Set-Cookie: __Host-session=...; HttpOnly; Secure; SameSite=Strict; Path=/ hides the cookie from"
                            + " scripts, plain"
                            + " http and forms of other sites (use SameSite=Lax where links from other sites must"
                            + " work). The browser sends a cookie automatically, so requests that change something"
                            + " also need"
                            + " protection against forgery. One cookie has at most 4,096 bytes.",
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
                    "Two tokens for two purposes",
                    "The access token is for resource servers and is valid for minutes. The refresh token is for the"
                            + " issuer only, has a type and an audience of its own, and is valid for days. A resource"
                            + " server that accepts a refresh token is a vulnerability.",
                    "RFC 6749 1.5",
                    "RFC 9700 2.2.2"),
            entry(
                    "refresh",
                    "Rotate, and treat reuse as theft",
                    "Each refresh token is redeemed once and replaced by its successor. When one is used a second time,"
                            + " a copy exists: revoke the whole family. At each redemption check that the user is"
                            + " still active.",
                    "RFC 9700 4.14.2"),
            entry(
                    "revocation",
                    "Deny list by jti",
                    "Store issuer and jti of revoked tokens until their exp has passed, in a store that all replicas"
                            + " share. Do not use the token's text or hash as key: an ECDSA signature has a second"
                            + " valid"
                            + " form.",
                    "RFC 7519 4.1.7",
                    "RFC 7009"),
            entry(
                    "revocation",
                    "Short lifetime",
                    "With 5 to 15 minutes no lookup is needed at each request: revoke the refresh"
                            + " token, and the access token expires.",
                    "RFC 9700 4.10"),
            entry(
                    "revocation",
                    "Token version",
                    "Store for each user the time before which tokens are invalid, and compare iat with it: one"
                            + " write logs"
                            + " the user out everywhere after a password change or a theft.",
                    "OWASP JSON Web Token Cheat Sheet"),
            entry(
                    "validation",
                    "Check everything, every time",
                    "Signature by a key of the expected issuer; alg on your list; exp and nbf with a minute of"
                            + " leeway at"
                            + " most; iss compared exactly; aud names your service; typ is the expected kind; then"
                            + " scope and"
                            + " roles. A claim that is absent is a failed check, not a passed one.",
                    "RFC 8725 3",
                    "RFC 9068 4",
                    "RFC 7519 7.2"),
            entry(
                    "validation",
                    "Once at the gateway, and again where it matters",
                    "A gateway that validates once may forward the identity, if the services cannot be reached"
                            + " without it"
                            + " and it removes the headers that clients send in its place. Services that change"
                            + " money or data check"
                            + " the token themselves.",
                    "NIST SP 800-207",
                    "RFC 8725 3.9"),
            entry(
                    "claims",
                    "Nothing secret, nothing superfluous",
                    "Anyone who has a signed token can read it. Include what the receiver needs to decide: an opaque"
                            + " subject, scope, roles. Do not include passwords, card numbers or addresses.",
                    "RFC 7519 12",
                    "RFC 9068 6"),
            entry(
                    "claims",
                    "Roles say who, permissions say what",
                    "Scopes are the rights granted to the client, roles those of the user; the service derives from"
                            + " both"
                            + " what is allowed. Long lists of permissions belong in the service: they make the token"
                            + " large, and stay outdated until it expires.",
                    "RFC 9068 2.2.3",
                    "RFC 9700 2.3"),
            entry(
                    "keys",
                    "Publish before use, keep until the last token has expired",
                    "Publish a new key in the JWKS before it signs, and keep an old one until the last token it"
                            + " signed has"
                            + " expired. Verifiers cache the JWKS for minutes and fetch it again for an unknown kid,"
                            + " but"
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
