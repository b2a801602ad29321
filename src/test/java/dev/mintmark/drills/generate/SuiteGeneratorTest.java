package dev.mintmark.drills.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.drills.Drill;
import dev.mintmark.drills.DrillCatalogue;
import dev.mintmark.drills.DrillGroup;
import dev.mintmark.drills.DrillSelection;
import dev.mintmark.drills.Suite;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KeyRings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteGeneratorTest {
    /** Drills whose payload cannot carry a claim, or cannot be read. */
    private static final Set<String> UNTRACED = Set.of(
            "alg-none-nested",
            "b64-false",
            "b64-false-no-crit",
            "jwe-unsigned",
            "jwe-zip-bomb",
            "jwe-p2c-huge",
            "nested-jwt",
            "dots-100k",
            "json-serialization",
            "json-compact-polyglot",
            "payload-not-object");

    @Test
    void everyDrillIsGeneratedOrSkippedWithItsReason() {
        Suite suite = Suites.generate(Suites.spec(Suites.WITH_DOS));
        assertThat(DrillCatalogue.get().drills()).hasSize(107);
        assertThat(Stream.concat(
                                suite.entries().stream().map(Suite.Entry::drill),
                                suite.skipped().stream().map(Suite.Skipped::drill))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(DrillCatalogue.get().drills());
        assertThat(suite.skipped())
                .extracting(skipped -> skipped.drill().id())
                .containsExactlyInAnyOrder("ok-second-key", "key-other-issuer");
        assertThat(suite.skipped())
                .allSatisfy(skipped -> assertThat(skipped.reason()).doesNotContain("no generator"));
    }

    @Test
    void everyPayloadThatCanHasTheIdOfItsDrill() {
        Suite suite = Suites.generate(Suites.spec(Suites.WITH_DOS));
        assertThat(suite.entries())
                .filteredOn(entry -> !UNTRACED.contains(entry.drill().id()))
                .allSatisfy(entry -> assertThat(payload(entry))
                        .contains("\"tct\"", '"' + entry.drill().id() + '"'));
    }

    private static String payload(Suite.Entry entry) {
        String segment = entry.token().token().split("\\.", -1)[1];
        return new String(
                Base64.getUrlDecoder().decode(segment.replaceAll("[^A-Za-z0-9_-]", "")), StandardCharsets.ISO_8859_1);
    }

    @Test
    void tokensThatMayExhaustAServiceAreMadeOnlyOnRequest() {
        Suite suite = Suites.generate(Suites.spec(new DrillSelection(Set.of("jwe-zip-bomb"), Set.of(), false)));
        assertThat(suite.entries()).isEmpty();
        assertThat(suite.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).contains("dos"));
        assertThat(Suites.generate(Suites.spec(DrillSelection.ALL)).entries())
                .noneMatch(entry -> entry.drill().isDos());
    }

    @Test
    void aSelectionNamesDrillsAndGroups() {
        DrillSelection selection = new DrillSelection(Set.of("time", "alg-none"), Set.of("expired"), false);
        List<Drill> drills = Suites.generate(Suites.spec(selection)).entries().stream()
                .map(Suite.Entry::drill)
                .distinct()
                .toList();
        assertThat(drills)
                .hasSize(12)
                .extracting(Drill::id)
                .contains("alg-none", "exp-missing")
                .doesNotContain("expired");
        assertThat(drills.get(0).group()).isEqualTo(DrillGroup.ALGORITHM);
    }

    /** One key of the ring is wrong at a time: what the service under test does not accept proves nothing. */
    @Test
    void aServiceThatAcceptsEs256AloneGetsNoRsaTokens() {
        Suite suite = Suites.generate(Suites.spec(DrillSelection.ALL, "at+jwt", List.of(Algorithm.ES256)));
        assertThat(suite.header().text("alg")).contains("ES256");
        assertThat(suite.skipped())
                .extracting(skipped -> skipped.drill().id())
                .contains("ok-rs256", "alg-swap-ps256", "kid-wrong-key")
                .doesNotContain("ok-es256");
    }

    @Test
    void aServiceOfUntypedTokensIsNotToldToRefuseThem() {
        Suite suite = Suites.generate(Suites.spec(DrillSelection.ALL, "JWT", List.of(Algorithm.RS256)));
        assertThat(suite.header().text("typ")).contains("JWT");
        assertThat(suite.skipped()).extracting(skipped -> skipped.drill().id()).contains("typ-missing", "ok-typ-full");
    }

    @Test
    void aRingWithTwoKeysOfAnAlgorithmHasTheDrillsOfARotation(@TempDir Path directory) throws IOException {
        for (String name : List.of("1.pem", "2.pem")) {
            Files.writeString(directory.resolve(name), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
        }
        Files.writeString(directory.resolve("active"), "1.pem\n2.pem\n");
        KeyRings rings = KeyRings.load(directory, 0, JwsEngine.PLAIN);
        Suite suite =
                Suites.generate(Suites.spec(DrillSelection.ALL, "at+jwt", List.of(Algorithm.ES256)), rings.require());
        assertThat(suite.entries()).anyMatch(entry -> entry.drill().id().equals("ok-second-key"));
    }

    @Test
    void tokensAreNotShown() {
        Suite.Entry entry =
                Suites.generate(Suites.spec(DrillSelection.ALL)).entries().get(0);
        assertThat(entry.toString()).doesNotContain(entry.token().token());
    }
}
