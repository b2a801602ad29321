package dev.mintmark.drills.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.drills.Drill;
import dev.mintmark.drills.DrillSelection;
import dev.mintmark.drills.Suite;
import dev.mintmark.drills.generate.Suites;
import dev.mintmark.drills.run.WeakServer.Weakness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The runner against servers with one weakness each: it names the weakness, and nothing else. */
class DrillRunTest {
    private static final RunSuite SUITE = suite(Suites.generate(Suites.spec(DrillSelection.ALL)));

    static RunSuite suite(Suite made) {
        List<RunItem> items = made.entries().stream()
                .map(entry -> new RunItem(
                        entry.drill().id(),
                        entry.drill().group().wireName(),
                        entry.drill().title(),
                        entry.token().label(),
                        entry.expect() == Drill.Expect.ACCEPT,
                        entry.httpStatus(),
                        entry.drill().strength() == Drill.Strength.MUST,
                        entry.drill().attack(),
                        entry.drill().references(),
                        entry.drill().isDos(),
                        entry.token().token()))
                .toList();
        return new RunSuite("v1.test", items, Map.of("key-other-issuer", "All issuers share one key ring"));
    }

    private static RunReport run(Weakness weakness) throws IOException {
        return run(weakness, Set.of());
    }

    private static RunReport run(Weakness weakness, Set<String> fetched) throws IOException {
        try (WeakServer server = new WeakServer(weakness)) {
            Target target = new Target(server.url(), "GET", List.of(), Duration.ofSeconds(10), 1000);
            return new DrillRun(new HttpSender(target), Set.of(), result -> {}).run(SUITE, () -> fetched);
        }
    }

    private static Set<String> failedMust(RunReport report) {
        Set<String> ids = new TreeSet<>();
        report.failures().stream()
                .filter(result -> result.item().isMust())
                .forEach(result -> ids.add(result.item().id()));
        return ids;
    }

    @Test
    void aCorrectServerPasses() throws IOException {
        RunReport report = run(Weakness.NOTHING);
        assertThat(failedMust(report)).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.failures())
                .extracting(result -> result.item().name())
                .containsExactlyInAnyOrder("lifetime-10y", "sub-missing (empty)", "typ-missing");
    }

    @Test
    void aServerThatOnlyDecodesIsCaught() throws IOException {
        assertThat(failedMust(run(Weakness.DECODES_WITHOUT_VERIFYING)))
                .contains("payload-tampered", "sig-foreign-key", "alg-none", "hs256-pem", "es256-zero", "jwk-embedded")
                .doesNotContain("expired", "aud-wrong", "iss-wrong", "typ-wrong");
    }

    @Test
    void aServerThatAcceptsNoneIsCaught() throws IOException {
        assertThat(failedMust(run(Weakness.ACCEPTS_NONE)))
                .containsExactlyInAnyOrder("alg-none", "alg-none-with-signature", "dup-header-alg");
    }

    @Test
    void aServerThatVerifiesHmacWithThePublicKeyIsCaught() throws IOException {
        assertThat(failedMust(run(Weakness.TAKES_THE_PUBLIC_KEY_AS_SECRET))).containsExactly("hs256-pem");
    }

    @Test
    void aServerThatIgnoresAClaimIsCaught() throws IOException {
        assertThat(failedMust(run(Weakness.IGNORES_EXP)))
                .containsExactly(
                        "exp-missing", "exp-null-bool", "exp-string", "exp-zero-negative", "expired", "expired-just");
        assertThat(failedMust(run(Weakness.IGNORES_AUD))).containsExactly("aud-missing", "aud-variants", "aud-wrong");
        assertThat(failedMust(run(Weakness.IGNORES_ISS))).containsExactly("iss-missing", "iss-variants", "iss-wrong");
        assertThat(failedMust(run(Weakness.IGNORES_TYP))).contains("typ-wrong", "dpop-proof-as-access");
    }

    @Test
    void theRunStopsIfTheServerRefusesTheFirstControl() throws IOException {
        RunReport report = run(Weakness.REFUSES_EVERYTHING);
        assertThat(report.results()).hasSize(1);
        assertThat(report.holds()).isFalse();
        assertThat(table(report)).contains("nothing else would prove anything");
    }

    @Test
    void aFetchedUrlFailsItsDrill() throws IOException {
        RunReport report = run(Weakness.NOTHING, Set.of("jku-attacker"));
        assertThat(failedMust(report)).containsExactly("jku-attacker");
    }

    @Test
    void theTableNamesTheWeaknessItsMeaningAndItsFix() throws IOException {
        RunReport report = run(Weakness.IGNORES_AUD);
        assertThat(table(report))
                .contains(
                        "FAILED   MUST    aud-wrong",
                        "A token for another service is accepted",
                        "mp.jwt.verify.audiences")
                .contains("Not every MUST holds.", "Not made")
                .doesNotContain(SUITE.items().get(0).token());
    }

    @Test
    void theJunitReportIsXmlWithOneTestCaseForEachToken() throws Exception {
        RunReport report = run(Weakness.IGNORES_AUD);
        String xml = JunitReport.write(report);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(suite.getElementsByTagName("testcase").getLength())
                .isEqualTo(SUITE.items().size());
        assertThat(suite.getAttribute("failures"))
                .isEqualTo(String.valueOf(suite.getElementsByTagName("failure").getLength()));
        assertThat(JsonReport.write(report).path("holds").asBoolean()).isFalse();
    }

    private static String table(RunReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableReport(new PrintStream(out, true, StandardCharsets.UTF_8)).write(report);
        return out.toString(StandardCharsets.UTF_8);
    }
}
