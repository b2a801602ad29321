package dev.mintmark.oauth.client;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies signed client assertions ({@code private_key_jwt}, RFC 7523 section 3). Each is accepted once. */
final class ClientAssertions {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration MAX_LIFETIME = Duration.ofMinutes(10);
    private static final Set<Algorithm> ASYMMETRIC = EnumSet.allOf(Algorithm.class).stream()
            .filter(algorithm -> algorithm.family() != Algorithm.Family.HMAC)
            .collect(Collectors.toUnmodifiableSet());

    private final TokenVerifier verifier;
    private final Revocations revocations;
    private final Clock clock;

    ClientAssertions(TokenVerifier verifier, Revocations revocations, Clock clock) {
        this.verifier = verifier;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** The client that an assertion claims to be of; nothing is verified. */
    static String unverifiedClientId(String assertion) {
        try {
            return Claims.parse(UnverifiedJws.parse(assertion).unverifiedPayload())
                    .text("sub")
                    .orElseThrow(ClientAssertions::invalid);
        } catch (MalformedTokenException e) {
            throw invalid();
        }
    }

    /**
     * Verifies an assertion and redeems it.
     *
     * @param audience values of which its {@code aud} must have one
     * @throws OAuthException {@code invalid_client}
     */
    void verify(String assertion, Client client, List<String> audience) {
        JwkSet keys = client.jwks()
                .orElseThrow(() -> new OAuthException(
                        OAuthError.INVALID_CLIENT,
                        "The client has no keys for client_assertion; list its jwks in the file of clients"));
        Expectations expected = new Expectations(
                List.of(new Issuer(client.id())),
                audience,
                Optional.empty(),
                ASYMMETRIC,
                Optional.of(client.id()),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of("exp", "jti"),
                Expectations.DEFAULT_LEEWAY,
                Optional.empty());
        Verdict verdict = verifier.verify(assertion, TrustedKeys.of(keys), expected, TokenVerifier.Mode.FULL);
        if (!verdict.isValid() || !(verdict instanceof Verdict.Authentic authentic)) {
            throw invalid();
        }
        redeem(Claims.parse(authentic.token().payload()), client);
    }

    private void redeem(Claims claims, Client client) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Instant expiry = claims.date("exp").orElseThrow(ClientAssertions::invalid);
        if (expiry.isAfter(now.plus(MAX_LIFETIME).plus(Expectations.DEFAULT_LEEWAY))) {
            throw new OAuthException(
                    OAuthError.INVALID_CLIENT, "The client_assertion expires more than 10 minutes ahead");
        }
        String id = claims.text("jti").orElseThrow(ClientAssertions::invalid);
        RevocationKey key = RevocationKey.of(RevocationKey.Kind.REDEMPTION, "client_assertion " + client.id(), id);
        if (revocations
                .redeemOnce(key, now, expiry.plus(Expectations.MAX_LEEWAY))
                .isPresent()) {
            throw new OAuthException(OAuthError.INVALID_CLIENT, "The client_assertion was already used");
        }
    }

    private static OAuthException invalid() {
        return new OAuthException(
                OAuthError.INVALID_CLIENT,
                "The client_assertion is not valid: it needs iss and sub with the client_id, aud with the issuer, exp, jti,"
                        + " and a signature by a key of the client");
    }
}
