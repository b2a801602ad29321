package dev.mintmark.kinds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a JWT is for; {@code kinds.json} has a row for each. */
public enum TokenKind {
    /** An OAuth access token (RFC 9068). */
    ACCESS,
    /** An OpenID Connect ID token. */
    ID,
    REFRESH,
    /** A DPoP proof (RFC 9449). */
    DPOP,
    /** A logout token (OpenID Connect Back-Channel Logout). */
    LOGOUT,
    /** A security event token (RFC 8417). */
    SET,
    /** A JWT with which a client authenticates to an authorization server (RFC 7523). */
    CLIENT_ASSERTION,
    /** A JWT that is exchanged for an access token (RFC 7523). */
    JWT_BEARER_GRANT,
    /** A key-binding JWT of an SD-JWT (RFC 9901). */
    KEY_BINDING,
    SD_JWT_VC,
    SD_JWT,
    VC_JWT,
    VP_JWT,
    /** A proof of possession in a credential request (OpenID4VCI). */
    OID4VCI_PROOF,
    /** An entity statement (OpenID Federation). */
    ENTITY_STATEMENT,
    /** An authorization request object (RFC 9101). */
    REQUEST,
    /** The identity of a workload: a CI job, a JWT-SVID. */
    WORKLOAD,
    /** A Kubernetes service account token. */
    SERVICE_ACCOUNT,
    /** A token that a client signs with its own key for the API of one provider, for example APNs. */
    PROVIDER,
    /** A token whose {@code typ} names another type. */
    OTHER,
    /** A token that names no kind. */
    GENERIC;

    /** The name in the API, for example {@code client-assertion}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a name in the API; empty if there is none. */
    public static Optional<TokenKind> parse(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
