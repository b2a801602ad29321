package dev.mintmark.oauth.grant;

import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.SealedValues.Kind;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.verify.Expectations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Seals authorization codes and redeems each once. */
public final class AuthorizationCodes {
    /** From the redirect to the token request. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final SealedValues sealed;
    private final OAuthOperations operations;

    public AuthorizationCodes(SealedValues sealed, OAuthOperations operations) {
        this.sealed = sealed;
        this.operations = operations;
    }

    /**
     * Seals a code for an issuer.
     *
     * @throws IllegalArgumentException if what the code stands for is larger than 16 KiB
     */
    public String seal(IssuerName issuer, AuthorizationCode code) {
        return sealed.seal(Kind.CODE, issuer, code.toJson(), LIFETIME);
    }

    /** What a code stands for; empty if it is not a code of this issuer, or has expired. */
    Optional<AuthorizationCode> open(IssuerName issuer, String code) {
        return sealed.open(Kind.CODE, issuer, code).map(AuthorizationCode::ofJson);
    }

    /**
     * Redeems a code. Used a second time, all tokens of its first use are revoked (RFC 6749 section 4.1.2).
     *
     * @return whether this is the first use
     */
    boolean redeem(AuthorizationCode code) {
        Instant now = operations.now();
        RevocationKey key = RevocationKey.of(RevocationKey.Kind.REDEMPTION, "code " + code.issuer(), code.id());
        Instant until = now.plus(LIFETIME).plus(Expectations.MAX_LEEWAY);
        if (operations.revocations().redeemOnce(key, now, until).isEmpty()) {
            return true;
        }
        revokeFamily(code.family());
        return false;
    }

    /** Revokes all tokens of a family, for as long as any of them may live. */
    public void revokeFamily(String family) {
        Instant now = operations.now();
        Instant end = now.plus(operations.refreshPolicy().familyLifetime())
                .plus(operations.issuers().root().defaults().maxDefaultLifetime())
                .plus(Expectations.MAX_LEEWAY);
        operations.revocations().revoke(RevocationKey.ofFamily(family), Revocation.whole(now), end);
    }
}
