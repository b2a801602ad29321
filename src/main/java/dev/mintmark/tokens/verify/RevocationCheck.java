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

/** Checks a genuine token against all its possible revocations with one call of the store. */
public final class RevocationCheck {
    private final Revocations revocations;
    private final OnOutage onOutage;

    /** The behaviour of verification during an outage of the store. */
    public enum OnOutage {
        /** Verification fails, because the token may be revoked. */
        REFUSE,
        /** Verification continues and reports the check as skipped. */
        ALLOW
    }

    public RevocationCheck(Revocations revocations, OnOutage onOutage) {
        this.revocations = revocations;
        this.onOutage = onOutage;
    }

    /**
     * Looks up a token that these keys have verified. A redeemed refresh token counts as revoked.
     *
     * @throws RevocationsUnavailableException if the store cannot answer and {@link OnOutage#REFUSE} applies
     */
    public CheckResult of(TrustedKeys keys, JoseHeader header, Claims claims) {
        if (!keys.own()) {
            return Check.REVOCATION.skipped("Only tokens that this service signed can be revoked here");
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
            return Check.REVOCATION.skipped("Warning: the revocation store is unavailable, so a revoked token passes");
        }
    }

    /**
     * Looks up a token.
     *
     * @param redeemable whether to look up its redemption too
     * @throws RevocationsUnavailableException if the store cannot answer
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
        // The sid of other issuers may have any type; the sid of a family is a string.
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
            case SUBJECT -> failed("sub", "All tokens of the subject up to a point in time were revoked");
            case REDEMPTION -> failed("jti", "The refresh token was already used; it can be used once");
        };
        return result.finding(actual);
    }

    private static CheckResult failed(String claim, String message) {
        return Check.REVOCATION.failed(Code.REVOKED, message).at("/payload/" + claim);
    }
}
