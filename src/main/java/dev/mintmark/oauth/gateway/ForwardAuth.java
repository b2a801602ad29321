package dev.mintmark.oauth.gateway;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.token.IssuedTokens;
import dev.mintmark.tokens.verify.Check;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.Verdict;
import java.util.EnumSet;
import java.util.Set;

/** Decides for a gateway whether an access token may pass, and which identity goes with the request. */
public final class ForwardAuth {
    /** A token that fails nothing else is genuine, but does not suffice. */
    private static final Set<Check> AUTHORITY = EnumSet.of(Check.SCOPE, Check.ROLES, Check.PERMISSIONS);

    private final IssuedTokens tokens;
    private final TokenVerifier verifier;

    public ForwardAuth(IssuedTokens tokens, TokenVerifier verifier) {
        this.tokens = tokens;
        this.verifier = verifier;
    }

    /**
     * Verifies a token: signature, dates, type, {@code iss}, revocation and the requirements. A token that is bound to a key
     * is refused, because no proof of the key reaches this endpoint (RFC 9449 section 7.2, RFC 8705 section 3).
     *
     * @throws OAuthException {@code invalid_token}, or {@code insufficient_scope} for a valid token without a required
     *     scope, role or permission
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot say whether it is revoked
     */
    public ForwardedIdentity check(OAuthIssuer issuer, String token, AccessRequirements requirements) {
        Expectations expected = requirements.expectations(issuer);
        Verdict verdict = verifier.verify(token, tokens.keys(issuer), expected, TokenVerifier.Mode.FULL);
        if (!verdict.isValid() && verdict.checks().stream().allMatch(ForwardAuth::isValidOrLacking)) {
            throw new OAuthException(
                    OAuthError.INSUFFICIENT_SCOPE, "The access token lacks a required scope, role or permission");
        }
        if (!verdict.isValid() || !(verdict instanceof Verdict.Authentic authentic)) {
            throw invalid();
        }
        try {
            Claims claims = authentic.claims().orElseThrow(ForwardAuth::invalid);
            if (claims.has("cnf") || !claims.texts("aud").containsAll(requirements.audience())) {
                throw invalid();
            }
            return ForwardedIdentity.of(claims, expected, requirements.wantsClaims());
        } catch (MalformedTokenException e) {
            throw invalid();
        }
    }

    private static boolean isValidOrLacking(CheckResult result) {
        return !result.isFailed()
                || (AUTHORITY.contains(result.check())
                        && result.code()
                                .filter(CheckResult.Code.INSUFFICIENT_SCOPE::equals)
                                .isPresent());
    }

    private static OAuthException invalid() {
        return new OAuthException(
                OAuthError.INVALID_TOKEN,
                "The access token is not valid here: not genuine, expired, revoked, or of another type, issuer or audience");
    }
}
