package dev.mintmark.advice.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.advice.Context;
import dev.mintmark.advice.Report;
import dev.mintmark.advice.Subject;
import dev.mintmark.advice.rules.Forged;
import dev.mintmark.advice.rules.RuleCase;
import dev.mintmark.jose.HmacProbe;
import dev.mintmark.jose.TokenForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SecretScanTest {
    private static final WellKnownSecrets OWN = WellKnownSecrets.load(Optional.empty());

    @TempDir
    Path directory;

    private static HmacProbe probe(String secret, int claimLength) {
        TokenForm form =
                TokenForm.read(Forged.token(secret.getBytes(UTF_8), "{'a':'" + "x".repeat(claimLength) + "'}"));
        return HmacProbe.of(
                        "HS256",
                        form.signingInput().getBytes(UTF_8),
                        form.bytes(2).orElseThrow())
                .orElseThrow();
    }

    @Test
    void findsOnlyAListedSecret() {
        try (SecretScan scan = new SecretScan(OWN, Duration.ofSeconds(30))) {
            assertThat(scan.scan(probe("changeme", 10))).isEqualTo(new SecretScan.Found());
            assertThat(scan.scan(probe("this secret is not listed", 10))).isEqualTo(new SecretScan.NotFound());
        }
    }

    @Test
    void skipsALargeToken() {
        try (SecretScan scan = new SecretScan(OWN, Duration.ofSeconds(30))) {
            assertThat(scan.scan(probe("secret", 8_192))).isInstanceOf(SecretScan.Skipped.class);
            assertThat(scan.scan(probe("secret", 4_000))).isEqualTo(new SecretScan.Found());
        }
    }

    @Test
    void stopsAfterTheTimeout() {
        try (SecretScan scan = new SecretScan(OWN, Duration.ZERO)) {
            assertThat(scan.scan(probe("this secret is not listed", 4_000))).isInstanceOf(SecretScan.Skipped.class);
        }
    }

    /** Far more searches than the queue holds: some are rejected at once, and none is lost. */
    @Test
    void rejectsSearchesWhenTheQueueIsFull() throws IOException {
        Path file = directory.resolve("list");
        Files.writeString(
                file,
                IntStream.range(0, 50_000).mapToObj(i -> "entry number " + i).collect(Collectors.joining("\n")));
        WellKnownSecrets many = WellKnownSecrets.load(Optional.of(file));
        var callers = Executors.newFixedThreadPool(60);
        try (SecretScan scan = new SecretScan(many, Duration.ofSeconds(60))) {
            List<CompletableFuture<SecretScan.Outcome>> searches = IntStream.range(0, 60)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> scan.scan(probe("this secret is not listed", 2_000)), callers))
                    .toList();
            List<SecretScan.Outcome> outcomes =
                    searches.stream().map(CompletableFuture::join).toList();
            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(SecretScan.Skipped.class)
                    .contains(new SecretScan.NotFound());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aReportSaysThatTheSearchWasSkipped() {
        Subject large = RuleCase.raw(Forged.token("secret".getBytes(UTF_8), "{'a':'" + "x".repeat(9_000) + "'}"));
        Report report = RuleCase.ADVISOR.advise(large, Context.at(RuleCase.NOW));
        assertThat(report.skipped()).isPresent();
        assertThat(report.advisories()).extracting(a -> a.rule().id()).doesNotContain("hmac-secret-cracked");
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        try (SecretScan scan = new SecretScan(OWN, Duration.ofSeconds(30))) {
            Thread.currentThread().interrupt();
            assertThat(scan.scan(probe("this secret is not listed", 4_000))).isInstanceOf(SecretScan.Skipped.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
