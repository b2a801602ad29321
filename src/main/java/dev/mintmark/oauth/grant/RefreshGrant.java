package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.Resources;
import dev.mintmark.oauth.Scopes;
import dev.mintmark.oauth.config.RequestRule;
import dev.mintmark.oauth.ticket.LoginEffects;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.refresh.GrantRestriction;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.refresh.RefreshToken;
import dev.mintmark.tokens.refresh.TokenPair;
import dev.mintmark.tokens.verify.TrustedKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The refresh token grant (RFC 6749 section 6): the same redemption as {@code POST /tokens/refresh}, with a new ID token
 * where the grant has {@code openid} (OpenID Connect Core section 12.2).
 */
final class RefreshGrant {
    private final OAuthOperations operations;
    private final TokenIssuer tokens;
    private final boolean isGuarded;

    /** @param isGuarded whether only users of the file can sign in */
    RefreshGrant(OAuthOperations operations, TokenIssuer tokens, boolean isGuarded) {
        this.operations = operations;
        this.tokens = tokens;
        this.isGuarded = isGuarded;
    }

    TokenResponse grant(GrantRequest request) {
        String presented = request.parameters().require("refresh_token");
        List<String> scope = Scopes.parse(request.parameters().get("scope"));
        List<String> resource = Resources.parse(request.parameters().all("resource"));
        GrantRestriction restriction = new GrantRestriction(
                scope.isEmpty() ? Optional.empty() : Optional.of(scope),
                resource.isEmpty() ? Optional.empty() : Optional.of(resource));
        IssuerContext context = operations.issuers().of(request.issuer().issuer());
        try {
            TrustedKeys keys =
                    TrustedKeys.own(context.keyRings().requireComplete().verificationKeys());
            RefreshToken token = operations.refresher().read(presented, keys);
            check(request, token);
            SigningKey key = key(context, token);
            return response(request, operations.refresher().redeem(token, restriction, key));
        } catch (RefreshRejectedException e) {
            throw translate(e);
        }
    }

    private void check(GrantRequest request, RefreshToken token) {
        if (!request.issuer().accepted().contains(token.issuer().value())) {
            throw new OAuthException(OAuthError.INVALID_GRANT, "The refresh_token is of another issuer");
        }
        Optional<String> client = token.grant().claims().text("client_id");
        if (client.filter(id -> !id.equals(request.client().id())).isPresent()) {
            throw new OAuthException(OAuthError.INVALID_GRANT, "The refresh_token was issued to another client");
        }
        // A token without auth_time comes from an API key, not from a login.
        if (token.grant().claims().value("auth_time").isPresent()) {
            request.requireUser(token.grant().claims().text("sub").orElse(""), isGuarded);
        }
    }

    private static SigningKey key(IssuerContext context, RefreshToken token) {
        Algorithm algorithm = Algorithm.parse(token.grant().algorithmName())
                .orElse(context.defaults().algorithm());
        return IssuerKeys.accessTokenKey(context.keyRings(), algorithm);
    }

    private TokenResponse response(GrantRequest request, TokenPair pair) {
        MintedToken access = pair.access();
        JsonMembers claims = access.claims();
        List<String> scope = Scopes.parse(claims.text("scope").filter(text -> !text.isBlank()));
        Optional<Instant> authTime =
                claims.value("auth_time").filter(JsonNode::isNumber).map(time -> Instant.ofEpochSecond(time.asLong()));
        Authorization authorization = new Authorization(
                request.issuer(),
                request.config(),
                request.client(),
                request.config().bySubject(claims.text("sub").orElse("")),
                scope,
                List.of(),
                typed(claims),
                authTime,
                Optional.empty(),
                ClaimsParameter.ofAcr(claims.text(ClaimsParameter.ACR)),
                claims.text("sid").orElse(""),
                LoginEffects.NONE,
                RequestRule.NONE);
        Optional<String> idToken = authorization.isOpenId()
                ? Optional.of(tokens.idToken(authorization, access.token()))
                : Optional.empty();
        Duration life = access.expiresAt()
                .map(expiry -> Duration.between(access.issuedAt().orElse(access.mintedAt()), expiry))
                .orElse(Duration.ZERO);
        return new TokenResponse(
                access.token(),
                life.toSeconds(),
                scope,
                Optional.of(pair.refresh().token()),
                idToken,
                Optional.empty(),
                Optional.empty());
    }

    /** Claims that were typed at the login stand in the access token, under names that it lists. */
    private static ObjectNode typed(JsonMembers claims) {
        ObjectNode typed = Authorization.nothingTyped();
        claims.value(ClaimNames.USERINFO)
                .map(ClaimsParameter::texts)
                .orElse(List.of())
                .forEach(name -> claims.value(name).ifPresent(value -> typed.set(name, value)));
        return typed;
    }

    /** The most specific reason decides. */
    private static OAuthException translate(RefreshRejectedException e) {
        String code = e.reasons().get(0).code();
        return switch (code) {
            case "insufficient_scope" ->
                new OAuthException(OAuthError.INVALID_SCOPE, "The scope has a value that was not granted");
            case "audience_mismatch" ->
                new OAuthException(OAuthError.INVALID_TARGET, "The resource is not among those that were granted");
            case "reused" ->
                new OAuthException(
                        OAuthError.INVALID_GRANT,
                        "The refresh_token was already used. All tokens of its family have been revoked");
            default ->
                new OAuthException(
                        OAuthError.INVALID_GRANT, "The refresh_token is not valid, has expired or was revoked");
        };
    }
}
