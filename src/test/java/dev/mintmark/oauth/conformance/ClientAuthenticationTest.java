package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.grant.TokenResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules of the plans that authenticate the client by the body or by an assertion. */
class ClientAuthenticationTest {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static JWK key(Algorithm algorithm) {
        try {
            return JWK.parse(GeneratedKey.of(algorithm).insecurePrivateJson().toString());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static TestIssuer provider(JWK key) {
        return new TestIssuer(Plan.YAML
                + """
                  signed:
                    jwks: {keys: [%s]}
                    redirect_uris: ["%s"]
                """.formatted(key.toPublicJWK().toJSONString(), RelyingParty.REDIRECT)
                        .indent(2));
    }

    private static TokenResponse redeem(TestIssuer provider, Map<String, String> form) {
        return provider.services.tokens().handle(provider.named("op"), Parameters.of(form), Optional.empty(), false);
    }

    /** oidcc-server-client-secret-post. */
    @Test
    void theSecretMayBeInTheBody() {
        TestIssuer provider = new TestIssuer(Plan.YAML);
        String code = new RelyingParty(provider, provider.named("op"), "first")
                .answer()
                .get("code");
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                RelyingParty.REDIRECT,
                "client_id",
                "first",
                "client_secret",
                RelyingParty.SECRET);
        assertThat(redeem(provider, form).idToken()).isPresent();
    }

    static Stream<Algorithm> advertised() {
        TestIssuer provider = new TestIssuer(Plan.YAML);
        Object names = provider.services
                .metadata()
                .of(provider.named("op"))
                .orElseThrow()
                .get("token_endpoint_auth_signing_alg_values_supported");
        return ((List<?>) names)
                .stream().map(name -> Algorithm.parse(String.valueOf(name)).orElseThrow());
    }

    /** oidcc-ensure-client-assertion-with-iss-aud-succeeds, with every advertised algorithm. */
    @ParameterizedTest
    @MethodSource("advertised")
    void anAssertionForTheIssuerOrTheTokenEndpointIsTakenOnce(Algorithm algorithm) throws Exception {
        JWK key = key(algorithm);
        TestIssuer provider = provider(key);
        OAuthIssuer issuer = provider.named("op");
        for (String audience : new String[] {issuer.issuer().value(), issuer.backendUrl("token")}) {
            String assertion = assertion(provider, audience, key, algorithm);
            assertThat(byAssertion(provider, assertion).idToken()).isPresent();
            assertThat(RelyingParty.error(() -> byAssertion(provider, assertion)))
                    .isEqualTo("invalid_client");
        }
        Map<String, String> token = Map.of("token", "x");
        assertThat(provider.services
                        .introspection()
                        .handle(issuer, asserted(token, provider, key, algorithm), Optional.empty(), false)
                        .path("active")
                        .asBoolean())
                .isFalse();
        provider.services.revocation().handle(issuer, asserted(token, provider, key, algorithm), Optional.empty());
    }

    private static Parameters asserted(Map<String, String> form, TestIssuer provider, JWK key, Algorithm algorithm)
            throws JOSEException {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("client_assertion_type", ASSERTION);
        all.put(
                "client_assertion",
                assertion(provider, provider.named("op").issuer().value(), key, algorithm));
        return Parameters.of(all);
    }

    @Test
    void anAssertionForAnotherAudienceOrOfAnotherKeyIsRefused() throws Exception {
        JWK key = key(Algorithm.ES256);
        TestIssuer provider = provider(key);
        String elsewhere = assertion(provider, "https://else.example", key, Algorithm.ES256);
        assertThat(RelyingParty.error(() -> byAssertion(provider, elsewhere))).isEqualTo("invalid_client");
        String issuer = provider.named("op").issuer().value();
        String foreign = assertion(provider, issuer, key(Algorithm.ES256), Algorithm.ES256);
        assertThat(RelyingParty.error(() -> byAssertion(provider, foreign))).isEqualTo("invalid_client");
    }

    private static TokenResponse byAssertion(TestIssuer provider, String assertion) {
        String code = new RelyingParty(provider, provider.named("op"), "signed")
                .answer()
                .get("code");
        return redeem(
                provider,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", RelyingParty.REDIRECT,
                        "client_assertion_type", ASSERTION,
                        "client_assertion", assertion));
    }

    private static String assertion(TestIssuer provider, String audience, JWK key, Algorithm algorithm)
            throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("signed")
                .subject("signed")
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(provider.clock.instant().plus(Duration.ofMinutes(1))))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.parse(algorithm.joseName())), claims);
        jwt.sign(
                switch (algorithm.family()) {
                    case ECDSA -> new ECDSASigner(key.toECKey());
                    case EDDSA -> new Ed25519Signer(key.toOctetKeyPair());
                    default -> new RSASSASigner(key.toRSAKey());
                });
        return jwt.serialize();
    }
}
