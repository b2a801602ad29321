package dev.mintmark.tokens;

import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.TokenKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token is minted or expected as. */
public enum TokenType {
    /** An OAuth access token (RFC 9068), shown to resource servers as a Bearer token. */
    ACCESS,
    /** An OpenID Connect ID token, for the client that asked for it. */
    ID,
    /** A refresh token, for the issuer alone: always explicitly typed. */
    REFRESH,
    /** Any other JWT. */
    GENERIC;

    /** Kinds that services take as an access token and that identity federation takes as an ID token. */
    private static final Set<TokenKind> IDENTITIES =
            Set.of(TokenKind.GENERIC, TokenKind.WORKLOAD, TokenKind.SERVICE_ACCOUNT, TokenKind.SD_JWT);

    /** The {@code typ} of refresh tokens. Only this service may write it: a token with it can be redeemed. */
    public static final String REFRESH_TYPE = "refresh+jwt";

    public static Optional<TokenType> parse(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The {@code token_type} of RFC 8693 section 2.2.1: {@code N_A} for what must not be sent as a Bearer token. */
    public String oauthTokenType() {
        return this == ACCESS ? "Bearer" : "N_A";
    }

    /**
     * Whether a token of this kind may be taken as this type. Default access and ID tokens need not say what they are,
     * so one that names nothing passes for both; one that names another kind never does (RFC 8725 section 3.12).
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
