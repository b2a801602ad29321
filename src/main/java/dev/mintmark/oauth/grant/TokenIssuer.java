package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.drills.Faults.IdTokenFault;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.ticket.Tickets;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenDraft;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.refresh.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Issues the tokens of an authorization. */
final class TokenIssuer {
    private final OAuthOperations operations;
    private final Tickets tickets;
    private final boolean isIdTokenScoped;

    /**
     * @param tickets seals faults of the userinfo endpoint
     * @param isIdTokenScoped whether ID tokens carry the claims of the granted scopes
     */
    TokenIssuer(OAuthOperations operations, Tickets tickets, boolean isIdTokenScoped) {
        this.operations = operations;
        this.tickets = tickets;
        this.isIdTokenScoped = isIdTokenScoped;
    }

    /**
     * Mints an access token, and beside it what the authorization calls for, by the rule of the file for such a request.
     *
     * @param withRefresh whether the grant type gives refresh tokens
     */
    TokenResponse issue(GrantRequest request, Authorization asked, boolean withRefresh) {
        Authorization authorization = asked.ruled(request);
        IssuerContext context = operations.issuers().of(authorization.issuer().issuer());
        SigningKey key =
                IssuerKeys.accessTokenKey(context.keyRings(), context.defaults().algorithm());
        Instant issuedAt = now(authorization);
        ObjectNode claims = AccessClaims.of(authorization, context.defaults().audience(), issuedAt);
        claims.put("sid", authorization.family());
        authorization
                .effects()
                .fault()
                .filter(fault -> fault.endpoint() == Faults.Endpoint.USERINFO)
                .ifPresent(fault -> claims.put(
                        ClaimNames.FAULT,
                        tickets.sealFault(authorization.issuer().name(), fault)));
        TokenSpec spec = TokenSpec.of(
                TokenType.ACCESS,
                context.issuer(),
                key,
                key.algorithmName(),
                lifetime(authorization, TokenType.ACCESS),
                JsonMembers.of(claims),
                headers(authorization));
        boolean refresh = withRefresh && authorization.wantsRefreshToken();
        TokenPairs pairs = refresh ? TokenPairs.of(start(spec, authorization)) : new TokenPairs(mint(spec));
        Optional<IdTokenFault> fault = authorization.effects().fault().flatMap(Faults::idToken);
        Optional<String> idToken = authorization.isOpenId() && !fault.equals(Optional.of(IdTokenFault.MISSING))
                ? Optional.of(idToken(authorization, pairs.access().token()))
                : Optional.empty();
        return new TokenResponse(
                pairs.access().token(),
                expiresIn(pairs.access()),
                authorization.scope(),
                pairs.refresh(),
                idToken,
                Optional.empty(),
                authorization.effects().fault());
    }

    private static JsonMembers headers(Authorization authorization) {
        return authorization
                .rule()
                .type()
                .map(type -> JsonMembers.builder().put("typ", type).build())
                .orElse(JsonMembers.EMPTY);
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
                    .start(spec, authorization.family(), lifetime(authorization, TokenType.REFRESH));
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
        TokenDraft draft = new TokenDraft(
                TokenType.ID,
                context.issuer(),
                key.algorithmName(),
                key.keyId(),
                lifetime(authorization, TokenType.ID),
                JsonMembers.of(claims),
                JsonMembers.EMPTY);
        Optional<IdTokenFault> fault = authorization.effects().fault().flatMap(Faults::idToken);
        if (fault.isEmpty()) {
            return mint(new TokenSpec(draft, key)).token();
        }
        FaultyIdToken faulty = new FaultyIdToken(fault.get());
        return faulty.change(mint(new TokenSpec(faulty.change(draft, now(authorization)), key))
                .token());
    }

    private static Optional<Duration> lifetime(Authorization authorization, TokenType type) {
        return Optional.ofNullable(authorization.effects().lifetimes().get(type))
                .or(() -> Optional.ofNullable(authorization.rule().lifetimes().get(type)))
                .or(() -> Optional.ofNullable(authorization.client().lifetimes().get(type)));
    }

    /** The present by the issuer's clock and that of a ticket. */
    private Instant now(Authorization authorization) {
        return operations
                .now()
                .plus(authorization.config().rule(authorization.issuer().name()).clock())
                .plus(authorization.effects().clock());
    }

    private static long expiresIn(MintedToken token) {
        Instant from = token.issuedAt().orElse(token.mintedAt());
        return token.expiresAt()
                .map(expiry -> Math.max(0, Duration.between(from, expiry).toSeconds()))
                .orElse(0L);
    }
}
