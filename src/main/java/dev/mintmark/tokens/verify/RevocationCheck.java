package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.CheckResult.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The check of a genuine token against all that may revoke it, with one look at the store. */
public final class RevocationCheck {
    private final Revocations revocations;
    private final OnOutage onOutage;

    /** What becomes of a verification when the store cannot be asked. */
    public enum OnOutage {
        /** It fails: nobody may use what might be revoked. */
        REFUSE,
        /** It goes on, and says that the check was skipped. */
        ALLOW
    }

    public RevocationCheck(Revocations revocations, OnOutage onOutage) {
        this.revocations = revocations;
        this.onOutage = onOutage;
    }

    /**
     * Looks a token up that these keys have verified. A refresh token that was redeemed counts as revoked.
     *
     * @throws RevocationsUnavailableException if the store cannot be asked and that is to be refused
     */
    public CheckResult of(TrustedKeys keys, JoseHeader header, Claims claims) {
        if (!keys.own()) {
            return Check.REVOCATION.skipped("Only tokens of this service's own keys can be revoked here");
        }
        boolean redeemable =
                header.type().filter(TokenType.REFRESH_TYPE::equals).isPresent();
        try {
            return of(claims, redeemable);
        } catch (MalformedTokenException e) {
            return Check.REVOCATION.failed(Code.MALFORMED, e.detail()).at(e.pointer());
        } catch (RevocationsUnavailableException e) {
            if (onOutage == OnOutage.REFUSE) {
                throw e;
            }
            return Check.REVOCATION.skipped(
                    "Warning: the store of revocations cannot be reached, so a revoked token passes");
        }
    }

    /**
     * Looks a token up.
     *
     * @param redeemable whether its redemption is asked for too
     * @throws RevocationsUnavailableException if the store cannot be asked
     */
    public CheckResult of(Claims claims, boolean redeemable) {
        List<RevocationKey> keys = keys(claims, redeemable);
        List<Optional<Revocation>> found = revocations.isRevoked(keys);
        Optional<Instant> issuedAt = claims.date("iat");
        for (int i = 0; i < keys.size(); i++) {
            Optional<Revocation> revocation = found.get(i).filter(one -> one.covers(issuedAt));
            if (revocation.isPresent()) {
                return revoked(keys.get(i).kind(), revocation.get());
            }
        }
        return Check.REVOCATION.passed("Neither the token nor its family nor its subject is revoked");
    }

    private static List<RevocationKey> keys(Claims claims, boolean redeemable) {
        String issuer = claims.text("iss").orElse("");
        List<RevocationKey> keys = new ArrayList<>();
        Optional<String> id = claims.text("jti");
        id.ifPresent(jti -> keys.add(RevocationKey.of(Kind.TOKEN, issuer, jti)));
        // Other people's session ids may be of any type; a family's is a string.
        claims.value("sid")
                .filter(sid -> sid.isTextual())
                .ifPresent(sid -> keys.add(RevocationKey.ofFamily(sid.asText())));
        claims.text("sub").ifPresent(sub -> keys.add(RevocationKey.of(Kind.SUBJECT, issuer, sub)));
        id.filter(jti -> redeemable).ifPresent(jti -> keys.add(RevocationKey.of(Kind.REDEMPTION, issuer, jti)));
        return keys;
    }

    private static CheckResult revoked(Kind kind, Revocation revocation) {
        Map<String, Object> actual = new LinkedHashMap<>();
        actual.put("revocation", kind.wireName());
        actual.put("since", revocation.since().getEpochSecond());
        if (kind == Kind.SUBJECT) {
            actual.put("issued_before", revocation.issuedBefore().getEpochSecond());
        }
        CheckResult result = switch (kind) {
            case TOKEN -> failed("jti", "The token was revoked by its id");
            case FAMILY ->
                failed("sid", "The token's family was revoked: one of its refresh tokens was revoked, or used twice");
            case SUBJECT -> failed("sub", "All tokens of the subject up to a moment were revoked");
            case REDEMPTION -> failed("jti", "The refresh token was redeemed; it can be used once");
        };
        return result.finding(actual);
    }

    private static CheckResult failed(String claim, String message) {
        return Check.REVOCATION.failed(Code.REVOKED, message).at("/payload/" + claim);
    }
}
