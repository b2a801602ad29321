package dev.mintmark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.AdviceRequest;
import dev.mintmark.service.request.DecodeRequest;
import dev.mintmark.service.request.ExpectRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.revoke.RevocationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that are built in code and not bound from JSON: the same answers, the same limits. */
class RequestsInCodeTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final String TOO_LONG = "x".repeat(RequestLimits.TEXT + 1);
    private static final List<String> TOO_MANY = Collections.nCopies(RequestLimits.VALUES + 1, "x");
    private static final KeyRings KEY_RINGS = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
    private static final TokenService SERVICE = TokenServiceTest.service(KEY_RINGS);

    @BeforeAll
    static void generateKeys() {
        KEY_RINGS.makeEphemeralKeys(Algorithm.ES256);
    }

    @Test
    void aRequestBuiltInCodeEqualsTheOneBoundFromJson() {
        MintRequest built = MintRequest.builder()
                .type("id")
                .algorithm("ES256")
                .issuer("https://a")
                .subject("alice")
                .audience(List.of("api"))
                .expiresIn(Duration.ofMinutes(5))
                .notBefore(NOW)
                .issuedAt(NOW)
                .scope(List.of("a", "b"))
                .roles(List.of("r"))
                .permissions(List.of("p"))
                .groups(List.of("g"))
                .tenant("t")
                .clientId("c")
                .claims((ObjectNode) Requests.json("{'x': 1}"))
                .headers((ObjectNode) Requests.json("{'cty': 'y'}"))
                .secret("s")
                .secretEncoding("utf8")
                .refresh(false)
                .advise(true)
                .explain(true)
                .build();
        assertThat(built.toString()).doesNotContain("alice");
        assertThat(Requests.mint("""
            {'type': 'id', 'algorithm': 'ES256', 'issuer': 'https://a', 'subject': 'alice', 'audience': ['api'],
             'expires_in': 300, 'not_before': 1800000000, 'issued_at': 1800000000, 'scope': ['a', 'b'],
             'roles': ['r'], 'permissions': ['p'], 'groups': ['g'], 'tenant': 't', 'client_id': 'c',
             'claims': {'x': 1}, 'headers': {'cty': 'y'}, 'secret': 's', 'secret_encoding': 'utf8',
             'refresh': false, 'advise': true, 'explain': true}\
            """))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .ignoringFields("expiresIn", "notBefore", "issuedAt", "expiresAt", "key")
                .isEqualTo(built);
    }

    @Test
    void aTokenIsMintedVerifiedDecodedAdvisedOnRefreshedAndRevoked() {
        MintResult minted = SERVICE.mint(
                MintRequest.builder().subject("alice").refresh(true).build());
        String token = minted.token().token();
        ExpectRequest expect = ExpectRequest.builder()
                .issuer(List.of("https://other", "https://issuer.example"))
                .subject("alice")
                .build();

        VerifyResult verified = SERVICE.verify(
                VerifyRequest.builder(token).expect(expect).advise(false).build());
        assertThat(verified.verdict().isValid()).isTrue();
        assertThat(verified.advisories()).isEmpty();
        assertThat(SERVICE.verify(VerifyRequest.of(token)).advisories()).isPresent();
        DecodeResult decoded = SERVICE.decode(new DecodeRequest(token, Optional.of(false), Optional.of(false)));
        assertThat(decoded.advisories()).isEmpty();
        assertThat(decoded.explanations()).isEmpty();
        assertThat(SERVICE.decode(DecodeRequest.of(token)).advisories()).isPresent();
        assertThat(SERVICE.advise(AdviceRequest.ofToken(token)).kind()).isPresent();
        assertThat(SERVICE.advise(AdviceRequest.ofSpec(MintRequest.DEFAULT)).kind())
                .isPresent();

        SERVICE.refresh(RefreshRequest.of(minted.refresh().orElseThrow().token()));
        SERVICE.revoke(RevokeRequest.ofToken(token));
        assertThat(SERVICE.verify(VerifyRequest.of(token)).verdict().isValid()).isFalse();
    }

    /** Because {@code iat} has whole seconds. */
    @Test
    void aSubjectIsRevokedWhenItsSecondHasEnded() {
        RevocationResult result = SERVICE.revoke(RevokeRequest.ofSubject("bob"));
        assertThat(result.revocation().issuedBefore()).isEqualTo(NOW);
        assertThat(result.acknowledgeAt()).isEqualTo(NOW.plusSeconds(1));

        RevokeRequest ahead = new RevokeRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.of("carol"),
                Optional.empty(),
                Optional.of(TextNode.valueOf("+30s")));
        assertThat(SERVICE.revoke(ahead).revocation().issuedBefore()).isEqualTo(NOW);
        RevokeRequest past = new RevokeRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.of("dave"),
                Optional.empty(),
                Optional.of(TextNode.valueOf("-30s")));
        assertThat(SERVICE.revoke(past).acknowledgeAt()).isEqualTo(NOW);
        assertThat(SERVICE.revoke(RevokeRequest.ofId("1")).acknowledgeAt()).isEqualTo(NOW);
    }

    @Test
    void theLimitsHoldWithoutHttp() {
        rejects("/issuer", () -> mint(MintRequest.builder().issuer(TOO_LONG)));
        rejects("/subject", () -> mint(MintRequest.builder().subject(TOO_LONG)));
        rejects("/tenant", () -> mint(MintRequest.builder().tenant(TOO_LONG)));
        rejects("/client_id", () -> mint(MintRequest.builder().clientId(TOO_LONG)));
        rejects("/audience", () -> mint(MintRequest.builder().audience(TOO_MANY)));
        rejects("/audience", () -> mint(MintRequest.builder().audience(List.of(TOO_LONG))));
        rejects("/scope", () -> mint(MintRequest.builder().scope(TOO_MANY)));
        rejects("/roles", () -> mint(MintRequest.builder().roles(TOO_MANY)));
        rejects("/permissions", () -> mint(MintRequest.builder().permissions(List.of(TOO_LONG))));
        rejects("/groups", () -> mint(MintRequest.builder().groups(TOO_MANY)));
        rejects("/secret", () -> mint(MintRequest.builder().secret("x".repeat(RequestLimits.SECRET + 1))));

        rejects("/expect/issuer", () -> verify(ExpectRequest.builder().issuer(List.of())));
        rejects("/expect/issuer", () -> verify(ExpectRequest.builder().issuer(TOO_MANY)));
        rejects("/expect/audience", () -> verify(ExpectRequest.builder().audience(TOO_MANY)));
        rejects("/expect/subject", () -> verify(ExpectRequest.builder().subject(TOO_LONG)));
        rejects("/expect/algorithms", () -> verify(ExpectRequest.builder().algorithms(TOO_MANY)));
        rejects("/expect/roles", () -> verify(ExpectRequest.builder().roles(TOO_MANY)));
        rejects("/expect/permissions", () -> verify(ExpectRequest.builder().permissions(TOO_MANY)));
        rejects("/expect/required_claims", () -> verify(ExpectRequest.builder().requiredClaims(TOO_MANY)));
        rejects("/expect/roles_claim", () -> verify(ExpectRequest.builder().rolesClaim("/a")));
        rejects("/expect/scope", () -> verify(ExpectRequest.builder().scope(TOO_MANY)));

        rejects("/id", () -> SERVICE.revoke(RevokeRequest.ofId("x".repeat(RequestLimits.NAME + 1))));
        rejects("/subject", () -> SERVICE.revoke(RevokeRequest.ofSubject(TOO_LONG)));
        rejects("", () -> SERVICE.revoke(RevokeRequest.ofId("")));
        rejects(
                "/scope",
                () -> SERVICE.refresh(new RefreshRequest(
                        "", Optional.of(Requests.json("['" + "x','".repeat(1000) + "']")), Optional.empty())));
    }

    private static void mint(dev.mintmark.service.request.MintRequestBuilder request) {
        SERVICE.mint(request.build());
    }

    private static void verify(ExpectRequest.Builder expect) {
        SERVICE.verify(VerifyRequest.builder("").expect(expect.build()).build());
    }

    private static void rejects(String pointer, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .as(pointer)
                .isInstanceOfSatisfying(
                        MalformedRequestException.class,
                        e -> assertThat(e.pointer()).isEqualTo(pointer));
    }
}
