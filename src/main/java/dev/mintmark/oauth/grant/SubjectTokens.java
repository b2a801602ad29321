package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies tokens that stand for a subject: those of this service, and assertions that a client signs itself. */
final class SubjectTokens {
    private static final Set<Algorithm> ASYMMETRIC = EnumSet.allOf(Algorithm.class).stream()
            .filter(algorithm -> algorithm.family() != Algorithm.Family.HMAC)
            .collect(Collectors.toUnmodifiableSet());

    private final OAuthOperations operations;
    private final OAuthIssuers issuers;

    SubjectTokens(OAuthOperations operations, OAuthIssuers issuers) {
        this.operations = operations;
        this.issuers = issuers;
    }

    /**
     * A token of any issuer of this service: valid, not revoked, with {@code sub} and {@code exp}.
     *
     * @param type the type that it must have; empty for any
     */
    Optional<Claims> ours(OAuthIssuer issuer, String token, Optional<TokenType> type) {
        TrustedKeys keys = TrustedKeys.own(operations
                .issuers()
                .of(issuer.issuer())
                .keyRings()
                .requireComplete()
                .verificationKeys());
        return verify(token, keys, expect(List.of(), List.of(), type, Set.of()))
                .filter(claims -> claims.text("iss")
                        .filter(iss -> issuer.accepted().contains(iss) || issuers.isServed(iss))
                        .isPresent());
    }

    /** A token of this service that is addressed to this issuer (RFC 7523 section 3). */
    Optional<Claims> ourAssertion(OAuthIssuer issuer, String token) {
        return ours(issuer, token, Optional.empty())
                .filter(claims -> claims.texts("aud").stream().anyMatch(audience(issuer)::contains));
    }

    /** An assertion that a client signs with a key of its own: {@code iss} is the client (RFC 7523 section 3). */
    Optional<Claims> assertionOf(Client client, OAuthIssuer issuer, String token) {
        Optional<JwkSet> keys = client.jwks();
        return keys.flatMap(set -> verify(
                token,
                TrustedKeys.of(set),
                expect(List.of(new Issuer(client.id())), audience(issuer), Optional.empty(), ASYMMETRIC)));
    }

    private List<String> audience(OAuthIssuer issuer) {
        List<String> audience = new ArrayList<>(issuer.accepted());
        issuers.origins()
                .forEach(origin ->
                        audience.add(origin + issuers.basePath() + issuer.name().endpointPath() + "/token"));
        return audience;
    }

    private static Expectations expect(
            List<Issuer> from, List<String> audience, Optional<TokenType> type, Set<Algorithm> algorithms) {
        return new Expectations(
                from,
                audience,
                type,
                algorithms,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of("sub", "exp"),
                Expectations.DEFAULT_LEEWAY,
                Optional.empty());
    }

    private Optional<Claims> verify(String token, TrustedKeys keys, Expectations expected) {
        Verdict verdict = operations.verifier().verify(token, keys, expected, TokenVerifier.Mode.FULL);
        if (!verdict.isValid() || !(verdict instanceof Verdict.Authentic authentic)) {
            return Optional.empty();
        }
        try {
            return authentic.claims().filter(claims -> claims.text("sub").isPresent());
        } catch (MalformedTokenException e) {
            return Optional.empty();
        }
    }

    /** The claims about the subject that a new token takes over: all but those of the protocol and of delegation. */
    static ObjectNode carriedOver(Claims claims) {
        ObjectNode carried = JsonNodeFactory.instance.objectNode();
        claims.members().json().properties().forEach(claim -> carried.set(claim.getKey(), claim.getValue()));
        carried.remove(ClaimNames.PROTOCOL);
        carried.remove(ClaimNames.DELEGATION);
        return carried;
    }
}
