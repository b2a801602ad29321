package dev.mintmark.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Claims;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.util.Optional;

/** Verifies tokens that were issued by an issuer: signature, dates, type, {@code iss} and revocation. */
public final class IssuedTokens {
    private final OAuthOperations operations;

    public IssuedTokens(OAuthOperations operations) {
        this.operations = operations;
    }

    /** The keys that verify the tokens of an issuer. */
    public TrustedKeys keys(OAuthIssuer issuer) {
        return TrustedKeys.own(operations
                .issuers()
                .of(issuer.issuer())
                .keyRings()
                .requireComplete()
                .verificationKeys());
    }

    /**
     * The claims of a valid token of this type and issuer.
     *
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot say whether it is revoked
     */
    Optional<JsonNode> verify(OAuthIssuer issuer, String token, TokenType type) {
        Verdict verdict = operations
                .verifier()
                .verify(token, keys(issuer), Expectations.of(Optional.of(type)), TokenVerifier.Mode.FULL);
        return verdict.isValid() && isTyped(verdict, type) ? claims(issuer, verdict) : Optional.empty();
    }

    /** The service types its refresh tokens; a token that only looks like one of another provider is none. */
    private static boolean isTyped(Verdict verdict, TokenType type) {
        if (type != TokenType.REFRESH) {
            return true;
        }
        return verdict instanceof Verdict.Authentic authentic
                && authentic.token().header().type().equals(Optional.of(TokenType.REFRESH_TYPE));
    }

    /** The claims of a token of this issuer with a valid signature, expired or revoked or not. */
    public Optional<JsonNode> verifySignature(OAuthIssuer issuer, String token) {
        Verdict verdict =
                operations.verifier().verify(token, keys(issuer), Expectations.NONE, TokenVerifier.Mode.SIGNATURE);
        return verdict.isValid() ? claims(issuer, verdict) : Optional.empty();
    }

    private static Optional<JsonNode> claims(OAuthIssuer issuer, Verdict verdict) {
        if (!(verdict instanceof Verdict.Authentic authentic)) {
            return Optional.empty();
        }
        try {
            JsonNode claims =
                    Claims.parse(authentic.token().payload()).members().json();
            return Optional.of(claims)
                    .filter(json -> issuer.accepted().contains(json.path("iss").asText()));
        } catch (dev.mintmark.jose.MalformedTokenException e) {
            return Optional.empty();
        }
    }
}
