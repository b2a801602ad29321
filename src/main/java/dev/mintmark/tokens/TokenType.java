package dev.mintmark.tokens;

import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.TokenKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The type that a token is minted as or expected to be. */
public enum TokenType {
    /** An OAuth access token (RFC 9068), sent to resource servers as a Bearer token. */
    ACCESS,
    /** An OpenID Connect ID token, for the client that requested it. */
    ID,
    /** A refresh token, for the issuer only; always explicitly typed. */
    REFRESH,
    /** Any other JWT. */
    GENERIC;

    /** Kinds that resource servers accept as access tokens and identity federation accepts as ID tokens. */
    private static final Set<TokenKind> IDENTITIES =
            Set.of(TokenKind.GENERIC, TokenKind.WORKLOAD, TokenKind.SERVICE_ACCOUNT, TokenKind.SD_JWT);

    /** The {@code typ} of refresh tokens. Callers cannot set it, because a token with this type can be redeemed. */
    public static final String REFRESH_TYPE = "refresh+jwt";

    public static Optional<TokenType> parse(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The {@code token_type} of RFC 8693 section 2.2.1: {@code N_A} for tokens that must not be sent as Bearer tokens.
     */
    public String oauthTokenType() {
        return this == ACCESS ? "Bearer" : "N_A";
    }

    /**
     * Whether a token of this kind is acceptable as this type. Access and ID tokens may lack an explicit type, so an
     * untyped token is acceptable as both; a token of another explicit kind never is (RFC 8725 section 3.12).
     */
    public boolean accepts(Inference inference) {
        return switch (this) {
            case ACCESS ->
                inference.kind() == TokenKind.ACCESS
                        || inference.kind() == TokenKind.PROVIDER
                        || IDENTITIES.contains(inference.kind());
            case ID -> inference.kind() == TokenKind.ID || IDENTITIES.contains(inference.kind());
            case REFRESH -> inference.kind() == TokenKind.REFRESH;
            case GENERIC -> !inference.explicit();
        };
    }
}
