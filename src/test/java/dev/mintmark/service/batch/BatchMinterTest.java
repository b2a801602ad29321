package dev.mintmark.service.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.FixedClock;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.rules.AllRules;
import dev.mintmark.app.TokenMetrics;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.RejectedRequests;
import dev.mintmark.service.Requests;
import dev.mintmark.service.TestOperations;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.tokens.mint.MintedToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchMinterTest {
    private static final long NOW = 1_800_000_000L;
    private static final int MAXIMUM = 5;

    @TempDir
    Path directory;

    private final FixedClock clock = new FixedClock(Instant.ofEpochSecond(NOW));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private KeyRings keyRings;
    private BatchMinter service;

    @BeforeEach
    void open() throws IOException {
        write("1.jwk");
        keyRings = KeyRings.load(directory, 0, JwsEngine.PLAIN);
        service = new BatchMinter(
                TestOperations.at(clock),
                new Issuers(keyRings, TestOperations.DEFAULTS),
                clock,
                MAXIMUM,
                new TokenMetrics(metrics, new Catalogue(AllRules.list())));
    }

    @Test
    void aBatchKeepsTheKeysItStartedWith() throws IOException {
        Batch series = open("{'count': 2}");
        Batch each = open("{'specs': [{}, {}]}");
        String keyId = keyId(series.mint(0));
        assertThat(keyId(each.mint(0))).isEqualTo(keyId);

        write("2.jwk");
        assertThat(keyRings.poll().ring()).isPresent();

        assertThat(keyId(series.mint(1))).isEqualTo(keyId);
        assertThat(keyId(each.mint(1))).isEqualTo(keyId);
        assertThat(keyId(open("{'count': 1}").mint(0))).isNotEqualTo(keyId);
    }

    @Test
    void aBatchGetsAllErrorsAtOnce() {
        refused(
                () -> open("{'count': 0, 'spec': {'advise': true, 'explain': true, 'subject': '{n}', 'issuer': ' '},"
                        + " 'vary': {'claims': {'iat': 'x', 'jti': 1}}}"),
                "/count",
                "/vary/claims/iat",
                "/vary/claims/jti",
                "/spec/subject",
                "/spec/advise",
                "/spec/explain",
                "/spec/issuer");
        refused(
                () -> open("{'specs': [{}], 'count': 1, 'spec': {}, 'vary': {'subject': 'a'}}"),
                "/count",
                "/spec",
                "/vary");
        Batch each = open("{'specs': [{}, {'type': 'admin', 'expires_in': 'soon'}]}");
        refused(() -> each.mint(1), "/specs/1/type", "/specs/1/expires_in");
    }

    private static void refused(ThrowingCallable reading, String... pointers) {
        assertThat(catchThrowableOfType(MalformedRequestException.class, reading)
                        .errors())
                .extracting(MalformedRequestException.Entry::pointer)
                .containsExactly(pointers);
    }

    @Test
    void eachTokenHasItsOwnTimes() {
        Batch batch = open("{'count': 2, 'spec': {'not_before': '-5s'}}");
        clock.pass(Duration.ofSeconds(60));
        JsonMembers claims = batch.mint(1).token().claims();
        assertThat(claims.number("iat")).hasValue(NOW + 60);
        assertThat(claims.number("nbf")).hasValue(NOW + 55);
        assertThat(claims.number("exp")).hasValue(NOW + 60 + 900);
    }

    @Test
    void onlyIssuedTokensAreCounted() {
        Batch batch = open("{'count': 3, 'spec': {'refresh': true}}");
        assertThat(minted("access")).isZero();
        batch.mint(2);
        assertThat(minted("access")).isEqualTo(1);
        assertThat(minted("refresh")).isEqualTo(1);
        open("{'specs': [{}]}").mint(0);
        assertThat(minted("access")).isEqualTo(2);
    }

    @Test
    void theConfiguredMaximumApplies() {
        assertThat(open("{'count': 5}").size()).isEqualTo(5);
        assertThat(open("{'specs': [{}, {}, {}, {}, {}]}").size()).isEqualTo(5);
        assertThat(RejectedRequests.malformed("/count", () -> open("{'count': 6}")))
                .contains("5");
        assertThat(RejectedRequests.malformed("/specs", () -> open("{'specs': [{}, {}, {}, {}, {}, {}]}")))
                .contains("5");
    }

    @Test
    void aBatchOfOneNeedsNoVariation() {
        MintedToken token =
                open("{'count': 1, 'vary': {'subject': 'alice'}}").mint(0).token();
        assertThat(token.claims().text("sub")).contains("alice");
    }

    @Test
    void aVaryingClaimMayBeRemoved() {
        Batch batch = open("{'count': 2, 'vary': {'claims': {'exp': null, 'sub': 'u{n}'}}}");
        JsonMembers claims = batch.mint(1).token().claims();
        assertThat(claims.has("exp")).isFalse();
        assertThat(claims.text("sub")).contains("u2");
    }

    @Test
    void aMalformedSpecFailsItsOwnTokenOnly() {
        Batch batch = open("{'specs': [{'subject': 'a'}, 7, {'subject': 'c'}]}");
        assertThat(batch.mint(0).token().claims().text("sub")).contains("a");
        assertThatThrownBy(() -> batch.mint(1))
                .isInstanceOfSatisfying(
                        MalformedRequestException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/specs/1"));
        assertThat(batch.mint(2).token().claims().text("sub")).contains("c");
    }

    private Batch open(String request) {
        return service.open(Requests.batch(request));
    }

    private void write(String name) throws IOException {
        ObjectNode jwk = GeneratedKey.of(Algorithm.ES256).insecurePrivateJson();
        Files.write(directory.resolve(name), StrictJson.bytes((JsonNode) jwk));
    }

    private static String keyId(MintResult minted) {
        return minted.token().header().text("kid").orElseThrow();
    }

    private double minted(String type) {
        return metrics.get("mintmark.tokens.minted")
                .tags("algorithm", "ES256", "type", type)
                .counter()
                .count();
    }
}
