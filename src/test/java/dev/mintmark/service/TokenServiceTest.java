package dev.mintmark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.glossary.Explanation;
import dev.mintmark.advice.glossary.Glossary;
import dev.mintmark.advice.rules.AllRules;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import dev.mintmark.app.TokenMetrics;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.DecodeRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.mint.MintedToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenServiceTest {
    private static final long NOW = 1_800_000_000L;
    private static final KeyRings KEY_RINGS = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
    private static final TokenService SERVICE = service(KEY_RINGS);

    @BeforeAll
    static void generateKeys() {
        KEY_RINGS.makeEphemeralKeys(Algorithm.ES256);
    }

    @Test
    void aMintedTokenVerifiesAsRequested() {
        MintedToken minted = mint(
                SERVICE,
                Requests.mint("{'algorithm': 'PS384', 'subject': 'alice', 'audience': 'api', 'expires_in': '1h'}"));
        assertThat(minted.expiresAt()).contains(Instant.ofEpochSecond(NOW + 3600));
        assertThat(SERVICE.verify(Requests.verify(
                                "{'token': '%s', 'expect': {'audience': 'api', 'algorithms': ['PS384'], 'max_age': 0}}",
                                minted.token()))
                        .verdict()
                        .isValid())
                .isTrue();
    }

    @Test
    void aClaimGivenTwiceMustHaveTheSameValue() {
        assertThat(mint(
                                SERVICE,
                                Requests.mint(
                                        "{'subject': 'a', 'expires_in': 60, 'claims': {'sub': 'a', 'exp': %d}}",
                                        NOW + 60))
                        .claims()
                        .text("sub"))
                .contains("a");
        assertThatThrownBy(() -> SERVICE.mint(Requests.mint("{'tenant': 'a', 'claims': {'tenant': null}}")))
                .isInstanceOf(MalformedRequestException.class);
        assertThatThrownBy(() -> SERVICE.mint(Requests.mint("{'expires_in': 60, 'claims': {'exp': %d}}", NOW + 61)))
                .isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void aKeyStillBeingGeneratedIsWaitedFor() {
        TokenService early = service(KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN));
        assertThatThrownBy(() -> early.mint(Requests.mint("{}"))).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(() -> early.verify(Requests.verify("{'token': 'a.b.c'}")))
                .isInstanceOf(KeysUnavailableException.class);
        String own = "{'secret': 'documentation-only-secret-of-32-bytes-or-more!'}";
        assertThat(mint(early, Requests.mint(own)).header().text("alg")).contains("HS256");
    }

    @Test
    void aTokenOverTheLimitIsNotDecoded() {
        assertThatThrownBy(() -> SERVICE.decode(DecodeRequest.of("e30." + "a".repeat(70_000))))
                .isInstanceOf(MalformedTokenException.class);
    }

    @Test
    void adviceAndExplanationsFollowTheRequest() {
        MintResult usual = SERVICE.mint(Requests.mint("{}"));
        assertThat(usual.advisories().orElseThrow())
                .extracting(advisory -> advisory.rule().id())
                .contains("aud-missing");
        assertThat(usual.explanations()).isEmpty();
        MintResult other = SERVICE.mint(Requests.mint("{'advise': false, 'explain': true}"));
        assertThat(other.advisories()).isEmpty();
        assertThat(other.explanations().orElseThrow())
                .extracting(Explanation::pointer)
                .contains("/header/alg", "/payload/exp");
    }

    /** An ephemeral key for a day; here a mounted one for 15 minutes, the longest that anything lives by default. */
    @Test
    void aTokenThatMayOutliveItsKeyGetsAnAdvisory(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.pem"), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
        TokenService mounted = service(KeyRings.load(directory, 2, JwsEngine.PLAIN));
        String own = ", 'algorithm': 'HS256', 'secret': 'documentation-only-secret-of-32-bytes-or-more!'}";

        assertThat(rules(SERVICE, "{'expires_in': '24h'}")).doesNotContain("exp-outlives-key");
        assertThat(rules(SERVICE, "{'issued_at': '+1s', 'expires_in': '24h'}")).contains("exp-outlives-key");
        assertThat(rules(mounted, "{'expires_in': '15m'}")).doesNotContain("exp-outlives-key");
        assertThat(rules(mounted, "{'expires_in': '901s'}")).contains("exp-outlives-key");
        assertThat(rules(mounted, "{'expires_in': '901s'" + own)).doesNotContain("exp-outlives-key");
    }

    private static List<String> rules(TokenService service, String request) {
        return service.mint(Requests.mint(request)).advisories().orElseThrow().stream()
                .map(advisory -> advisory.rule().id())
                .toList();
    }

    private static MintedToken mint(TokenService service, MintRequest request) {
        return service.mint(request).token();
    }

    static TokenService service(KeyRings keyRings) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        WellKnownSecrets secrets = WellKnownSecrets.load(Optional.empty());
        Catalogue catalogue = new Catalogue(AllRules.list());
        Advisor advisor = new Advisor(catalogue, secrets, new SecretScan(secrets, SecretScan.DEFAULT_TIMEOUT));
        TokenEvents events = new TokenMetrics(new SimpleMeterRegistry(), catalogue);
        Duration keyRetention = keyRings.isEphemeral() ? Duration.ZERO : TestOperations.DEFAULTS.maxDefaultLifetime();
        AdviceService advice = new AdviceService(advisor, new Glossary(), clock, events, keyRetention);
        return new TokenService(
                TestOperations.at(clock),
                advice,
                new Issuers(keyRings, TestOperations.DEFAULTS),
                clock,
                65_536,
                events);
    }
}
