package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults.IdTokenFault;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.mint.TokenDraft;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes an ID token wrong in one way, for a test of a client. Everything else of it stays right. */
record FaultyIdToken(IdTokenFault fault) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String UNSECURED = "{\"alg\":\"none\",\"typ\":\"JWT\"}";

    /** The token to sign: wrong claims or a wrong {@code kid}. */
    TokenDraft change(TokenDraft draft, Instant now) {
        return switch (fault) {
            case EXPIRED ->
                with(draft, number("iat", now.minus(HOUR.multipliedBy(2))).put("exp", epoch(now.minus(HOUR))));
            case FUTURE -> with(draft, number("iat", now.plus(HOUR)).put("nbf", epoch(now.plus(HOUR))));
            case WRONG_AUD -> with(draft, text("aud", "another-client").put("azp", "another-client"));
            case WRONG_NONCE -> with(draft, text("nonce", "another-nonce"));
            case BAD_AT_HASH -> with(draft, text("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
            case NO_AT_HASH -> with(draft, draft.claims().without(List.of("at_hash")));
            case WRONG_ISS ->
                new TokenDraft(
                        draft.type(),
                        new Issuer(draft.issuer().value() + "/wrong"),
                        draft.algorithmName(),
                        draft.keyId(),
                        draft.lifetime(),
                        draft.claims(),
                        draft.headers());
            case UNKNOWN_KID ->
                new TokenDraft(
                        draft.type(),
                        draft.issuer(),
                        draft.algorithmName(),
                        Optional.of("unknown-kid"),
                        draft.lifetime(),
                        draft.claims(),
                        draft.headers());
            case BAD_SIGNATURE, NONE, MISSING -> draft;
        };
    }

    /** The signed token with a wrong signature or none (RFC 7519 section 6). */
    String change(String token) {
        int last = token.lastIndexOf('.');
        return switch (fault) {
            case BAD_SIGNATURE -> {
                byte[] signature = Base64Url.decode(token.substring(last + 1));
                signature[signature.length - 1] ^= 1;
                yield token.substring(0, last + 1) + Base64Url.encode(signature);
            }
            case NONE ->
                Base64Url.encode(UNSECURED.getBytes(StandardCharsets.UTF_8))
                        + token.substring(token.indexOf('.'), last + 1);
            default -> token;
        };
    }

    private static ObjectNode text(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private static ObjectNode number(String name, Instant value) {
        return JsonNodeFactory.instance.objectNode().put(name, epoch(value));
    }

    private static long epoch(Instant value) {
        return value.getEpochSecond();
    }

    private static TokenDraft with(TokenDraft draft, ObjectNode changes) {
        return with(draft, draft.claims().with(JsonMembers.of(changes)));
    }

    private static TokenDraft with(TokenDraft draft, JsonMembers claims) {
        return new TokenDraft(
                draft.type(),
                draft.issuer(),
                draft.algorithmName(),
                draft.keyId(),
                draft.lifetime(),
                claims,
                draft.headers());
    }
}
