package dev.mintmark.oauth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.grant.TokenResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The modules of the plans that authenticate the client by the body or by an assertion. */
class ClientAuthenticationTest {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ECKey key = key();
    private final TestIssuer provider = new TestIssuer(Plan.YAML
            + """
              signed:
                jwks: {keys: [%s]}
                redirect_uris: ["%s"]
            """.formatted(key.toPublicJWK().toJSONString(), RelyingParty.REDIRECT)
                    .indent(2));
    private final OAuthIssuer issuer = provider.named("op");

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID("1")
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private TokenResponse redeem(Map<String, String> form) {
        return provider.services.tokens().handle(issuer, Parameters.of(form), Optional.empty(), false);
    }

    /** oidcc-server-client-secret-post. */
    @Test
    void theSecretMayBeInTheBody() {
        String code = new RelyingParty(provider, issuer, "first").answer().get("code");
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
        assertThat(redeem(form).idToken()).isPresent();
    }

    /** oidcc-ensure-client-assertion-with-iss-aud-succeeds. */
    @Test
    void anAssertionForTheIssuerOrTheTokenEndpointIsTakenOnce() throws Exception {
        for (String audience : new String[] {issuer.issuer().value(), issuer.backendUrl("token")}) {
            String assertion = assertion(audience, key);
            assertThat(byAssertion(assertion).idToken()).isPresent();
            assertThat(RelyingParty.error(() -> byAssertion(assertion))).isEqualTo("invalid_client");
        }
    }

    @Test
    void anAssertionForAnotherAudienceOrOfAnotherKeyIsRefused() throws Exception {
        String elsewhere = assertion("https://else.example", key);
        assertThat(RelyingParty.error(() -> byAssertion(elsewhere))).isEqualTo("invalid_client");
        String foreign = assertion(issuer.issuer().value(), key());
        assertThat(RelyingParty.error(() -> byAssertion(foreign))).isEqualTo("invalid_client");
    }

    private TokenResponse byAssertion(String assertion) {
        String code = new RelyingParty(provider, issuer, "signed").answer().get("code");
        return redeem(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", RelyingParty.REDIRECT,
                "client_assertion_type", ASSERTION,
                "client_assertion", assertion));
    }

    private String assertion(String audience, ECKey signer) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("signed")
                .subject("signed")
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(provider.clock.instant().plus(Duration.ofMinutes(1))))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("1").build(), claims);
        jwt.sign(new ECDSASigner(signer));
        return jwt.serialize();
    }
}
