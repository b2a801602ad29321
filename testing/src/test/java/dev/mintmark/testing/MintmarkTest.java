package dev.mintmark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, clock and keys; nimbus-jose-jwt verifies over HTTP. */
class MintmarkTest {
    private final Mintmark mintmark = Mintmark.options().algorithm("ES256").start();

    @AfterEach
    void close() {
        mintmark.close();
    }

    private JWTClaimsSet verify(String token) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS512),
                JWKSourceBuilder.create(URI.create(mintmark.jwksUri()).toURL()).build()));
        return processor.process(token, null);
    }

    @Test
    void anIndependentLibraryVerifiesATokenByTheKeySetAlone() throws Exception {
        String token = mintmark.token()
                .subject("alice")
                .audience("https://orders.example")
                .scope("orders:read", "orders:write")
                .roles("clerk")
                .clientId("shop")
                .claim("tenant", "acme")
                .claims(Map.of("limits", Map.of("orders", 3)))
                .sign();
        JWTClaimsSet claims = verify(token);
        assertThat(claims.getIssuer()).isEqualTo(mintmark.issuer());
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getAudience()).containsExactly("https://orders.example");
        assertThat(claims.getStringClaim("scope")).isEqualTo("orders:read orders:write");
        assertThat(claims.getStringListClaim("roles")).containsExactly("clerk");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("shop");
        assertThat(claims.getJSONObjectClaim("limits")).containsEntry("orders", 3L);
        assertThat(claims.getExpirationTime().toInstant())
                .isCloseTo(mintmark.clock().instant().plus(Duration.ofMinutes(15)), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS512"})
    void signsByAnotherAlgorithmOnDemand(String algorithm) throws Exception {
        String token = mintmark.token().by(algorithm).sign();
        assertThat(SignedJWT.parse(token).getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        assertThat(verify(token).getIssuer()).isEqualTo(mintmark.issuer());
    }

    @Test
    void aTokenLikeAnotherDiffersOnlyInWhatIsChanged() throws Exception {
        String good = mintmark.token()
                .subject("alice")
                .audience("a")
                .type("at+jwt")
                .scope("x")
                .sign();
        String expired = mintmark.token().like(good).expired().sign();
        JWTClaimsSet before = verify(good);
        JWTClaimsSet after = SignedJWT.parse(expired).getJWTClaimsSet();
        assertThat(SignedJWT.parse(expired).getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(after.getClaims().keySet()).isEqualTo(before.getClaims().keySet());
        for (String same : List.of("iss", "sub", "aud", "scope", "jti")) {
            assertThat(after.getClaim(same)).as(same).isEqualTo(before.getClaim(same));
        }
        assertThat(after.getExpirationTime())
                .isBefore(mintmark.clock().instant().minusSeconds(600));
        assertThatThrownBy(() -> verify(expired)).hasMessageContaining("Expired");
    }

    @Test
    void aTokenThatIsNotYetValidIsRefused() {
        String token = mintmark.token().notYetValid().sign();
        assertThatThrownBy(() -> verify(token)).hasMessageContaining("before use");
        assertThat(mintmark.explain(token)).contains("not valid here", "not_before");
    }

    @Test
    void leavesOutWhatEveryTokenHas() throws Exception {
        String good = mintmark.token().sign();
        String token = mintmark.token().like(good).without("exp", "jti", "nbf").sign();
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaims())
                .doesNotContainKeys("exp", "jti", "nbf")
                .containsKey("iss");
        assertThat(mintmark.token().without("exp").sign())
                .satisfies(
                        it -> assertThat(SignedJWT.parse(it).getJWTClaimsSet().getClaims())
                                .doesNotContainKey("exp"));
    }

    @Test
    void anotherIssuerIsInTheToken() throws Exception {
        assertThat(verify(mintmark.token().issuer("https://evil.example").sign())
                        .getIssuer())
                .isEqualTo("https://evil.example");
    }

    @Test
    void theClockDecidesDates() throws Exception {
        Instant start = mintmark.clock().instant();
        mintmark.clock().advance(Duration.ofDays(2));
        assertThat(verify(mintmark.token().sign()).getIssueTime()).isAfter(start.plus(Duration.ofDays(1)));
        mintmark.clock().reset();
        String token = mintmark.token().sign();
        assertThat(mintmark.explain(token)).startsWith("The token is valid here.");
        mintmark.clock().advance(Duration.ofMinutes(20));
        assertThat(mintmark.explain(token)).contains("expiry", "expired");
        mintmark.clock().set(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(mintmark.explain(token)).contains("issued in the future");
        assertThat(SignedJWT.parse(mintmark.token().sign()).getJWTClaimsSet().getIssueTime())
                .isBefore(Instant.parse("2020-01-02T00:00:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mintmark.clock().advance(Duration.ofSeconds(-1)))
                .withMessageContaining("reset()");
    }

    @Test
    void tokensOfARotatedKeyVerifyUntilItIsRemoved() throws Exception {
        String old = mintmark.token().sign();
        String keyId = mintmark.keys().rotate();
        String next = mintmark.token().sign();
        assertThat(SignedJWT.parse(next).getHeader().getKeyID())
                .isEqualTo(keyId)
                .isNotEqualTo(SignedJWT.parse(old).getHeader().getKeyID());
        assertThat(verify(old).getIssuer()).isEqualTo(verify(next).getIssuer());
        mintmark.keys().removeRetired();
        assertThatThrownBy(() -> verify(old)).hasMessageContaining("no matching key");
        assertThat(verify(next)).isNotNull();
    }

    @Test
    void aContradictionIsSaidAsOverHttp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mintmark.token().claim("exp", "tomorrow").sign())
                .withMessageContaining("/claims/exp")
                .withMessageContaining("whole seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mintmark.token().by("none").sign());
        assertThatIllegalArgumentException().isThrownBy(() -> mintmark.token().like("abc"));
    }

    @Test
    void explainsWhyATokenIsRefused() {
        try (Mintmark other = Mintmark.options().algorithm("ES256").start()) {
            String foreign = other.token().subject("mallory").sign();
            assertThat(mintmark.explain(foreign))
                    .contains("key:", "\"mallory\"")
                    .doesNotContain(foreign);
        }
        assertThat(mintmark.explain("abc")).contains("form:");
    }

    @Test
    void needsNoFramework() {
        try (Mintmark mintmark = Mintmark.start()) {
            String token = mintmark.token().subject("alice").sign();
            assertThat(mintmark.explain(token)).startsWith("The token is valid here.");
        }
    }

    @Test
    void closesTwiceAndSaysThatItIsClosed() {
        mintmark.close();
        mintmark.close();
        assertThatIllegalStateException().isThrownBy(mintmark::token).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> mintmark.explain("abc"));
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Mintmark.options().port(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mintmark.options().algorithm("HS256"));
        assertThatIllegalArgumentException().isThrownBy(() -> Mintmark.options().usersAndClients("{\"user\":{}}"));
        assertThatIllegalArgumentException().isThrownBy(() -> mintmark.properties("struts"));
        assertThat(mintmark.properties("spring")).containsValue(mintmark.issuer());
    }
}
