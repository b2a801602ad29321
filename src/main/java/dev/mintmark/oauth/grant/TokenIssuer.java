package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.refresh.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Issues the tokens of an authorization. */
final class TokenIssuer {
    private final OAuthOperations operations;
    private final boolean isIdTokenScoped;

    /** @param isIdTokenScoped whether ID tokens carry the claims of the granted scopes */
    TokenIssuer(OAuthOperations operations, boolean isIdTokenScoped) {
        this.operations = operations;
        this.isIdTokenScoped = isIdTokenScoped;
    }

    /**
     * Mints an access token, and beside it what the authorization calls for.
     *
     * @param withRefresh whether the grant type gives refresh tokens
     */
    TokenResponse issue(Authorization authorization, boolean withRefresh) {
        IssuerContext context = operations.issuers().of(authorization.issuer().issuer());
        SigningKey key =
                IssuerKeys.accessTokenKey(context.keyRings(), context.defaults().algorithm());
        Instant issuedAt = now(authorization);
        ObjectNode claims = AccessClaims.of(authorization, context.defaults().audience(), issuedAt);
        claims.put("sid", authorization.family());
        Optional<Duration> lifetime =
                Optional.ofNullable(authorization.client().lifetimes().get(TokenType.ACCESS));
        TokenSpec spec = TokenSpec.of(
                TokenType.ACCESS,
                context.issuer(),
                key,
                key.algorithmName(),
                lifetime,
                JsonMembers.of(claims),
                JsonMembers.EMPTY);
        boolean refresh = withRefresh && authorization.wantsRefreshToken();
        TokenPairs pairs = refresh ? TokenPairs.of(start(spec, authorization)) : new TokenPairs(mint(spec));
        Optional<String> idToken = authorization.isOpenId()
                ? Optional.of(idToken(authorization, pairs.access().token()))
                : Optional.empty();
        return new TokenResponse(
                pairs.access().token(), expiresIn(pairs.access()), authorization.scope(), pairs.refresh(), idToken);
    }

    /** An access token with or without a refresh token. */
    private record TokenPairs(MintedToken access, Optional<String> refresh) {
        TokenPairs(MintedToken access) {
            this(access, Optional.empty());
        }

        static TokenPairs of(TokenPair pair) {
            return new TokenPairs(pair.access(), Optional.of(pair.refresh().token()));
        }
    }

    private TokenPair start(TokenSpec spec, Authorization authorization) {
        try {
            return operations
                    .refresher()
                    .start(
                            spec,
                            authorization.family(),
                            Optional.ofNullable(
                                    authorization.client().lifetimes().get(TokenType.REFRESH)));
        } catch (PolicyViolationException e) {
            throw tooMuch();
        }
    }

    private MintedToken mint(TokenSpec spec) {
        try {
            return operations.minter().mint(spec);
        } catch (PolicyViolationException e) {
            throw tooMuch();
        }
    }

    private static OAuthException tooMuch() {
        return new OAuthException(
                OAuthError.INVALID_REQUEST, "The claims or lifetimes of the tokens are over the limits of the service");
    }

    /** The ID token of an authorization and of the access token beside it. */
    String idToken(Authorization authorization, String accessToken) {
        IssuerContext context = operations.issuers().of(authorization.issuer().issuer());
        SigningKey key = IssuerKeys.idTokenKey(context.keyRings());
        ObjectNode claims =
                IdTokenClaims.of(authorization, isIdTokenScoped, key.algorithm(), accessToken, now(authorization));
        TokenSpec spec = TokenSpec.of(
                TokenType.ID,
                context.issuer(),
                key,
                key.algorithmName(),
                Optional.ofNullable(authorization.client().lifetimes().get(TokenType.ID)),
                JsonMembers.of(claims),
                JsonMembers.EMPTY);
        return mint(spec).token();
    }

    /** The present by the issuer's clock. */
    private Instant now(Authorization authorization) {
        return operations
                .now()
                .plus(authorization.config().rule(authorization.issuer().name()).clock());
    }

    private static long expiresIn(MintedToken token) {
        Instant from = token.issuedAt().orElse(token.mintedAt());
        return token.expiresAt()
                .map(expiry -> Math.max(0, Duration.between(from, expiry).toSeconds()))
                .orElse(0L);
    }
}
