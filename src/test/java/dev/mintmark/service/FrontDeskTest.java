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
import dev.mintmark.app.MeteredLedger;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.FreshKey;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.MintOrder;
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

class FrontDeskTest {
    private static final long NOW = 1_800_000_000L;
    private static final KeyCabinet CABINET = KeyCabinet.ephemeral(Duration.ZERO);
    private static final FrontDesk DESK = desk(CABINET);

    @BeforeAll
    static void fillTheCabinet() {
        CABINET.makeEphemeralKeys(Algorithm.ES256);
    }

    @Test
    void whatIsMintedVerifiesWithWhatWasAskedFor() {
        MintedToken minted = mint(
                DESK, Orders.mint("{'algorithm': 'PS384', 'subject': 'alice', 'audience': 'api', 'expires_in': '1h'}"));
        assertThat(minted.expiresAt()).contains(Instant.ofEpochSecond(NOW + 3600));
        assertThat(DESK.verify(Orders.verify(
                                "{'token': '%s', 'expect': {'audience': 'api', 'algorithms': ['PS384'], 'max_age': 0}}",
                                minted.token()))
                        .verdict()
                        .isValid())
                .isTrue();
    }

    @Test
    void whatIsSaidTwiceMustBeTheSame() {
        assertThat(mint(
                                DESK,
                                Orders.mint(
                                        "{'subject': 'a', 'expires_in': 60, 'claims': {'sub': 'a', 'exp': %d}}",
                                        NOW + 60))
                        .claims())
                .containsEntry("sub", "a");
        assertThatThrownBy(() -> DESK.mint(Orders.mint("{'tenant': 'a', 'claims': {'tenant': null}}")))
                .isInstanceOf(MalformedRequestException.class);
        assertThatThrownBy(() -> DESK.mint(Orders.mint("{'expires_in': 60, 'claims': {'exp': %d}}", NOW + 61)))
                .isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void keysThatAreStillBeingMadeAreLateAndNotRefused() {
        FrontDesk early = desk(KeyCabinet.ephemeral(Duration.ZERO));
        assertThatThrownBy(() -> early.mint(Orders.mint("{}"))).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(() -> early.verify(Orders.verify("{'token': 'a.b.c'}")))
                .isInstanceOf(KeysUnavailableException.class);
        String own = "{'secret': 'documentation-only-secret-of-32-bytes-or-more!'}";
        assertThat(mint(early, Orders.mint(own)).header()).containsEntry("alg", "HS256");
    }

    @Test
    void aTokenOverTheLimitIsNotDecoded() {
        assertThatThrownBy(() -> DESK.decode("e30." + "a".repeat(70_000), true))
                .isInstanceOf(MalformedTokenException.class);
    }

    @Test
    void adviceAndExplanationsAreGivenAsTheOrderSays() {
        Minted usual = DESK.mint(Orders.mint("{}"));
        assertThat(usual.advisories().orElseThrow())
                .extracting(advisory -> advisory.rule().id())
                .contains("aud-missing");
        assertThat(usual.explanations()).isEmpty();
        Minted other = DESK.mint(Orders.mint("{'advise': false, 'explain': true}"));
        assertThat(other.advisories()).isEmpty();
        assertThat(other.explanations().orElseThrow())
                .extracting(Explanation::pointer)
                .contains("/header/alg", "/payload/exp");
    }

    /** An ephemeral key for a day; here a mounted one for 15 minutes, the longest that anything lives by default. */
    @Test
    void whatMayOutliveTheServicesKeyIsWarnedOf(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.pem"), Pem.insecurePrivateText(FreshKey.of(Algorithm.ES256)));
        FrontDesk mounted = desk(KeyCabinet.load(directory, 2));
        String own = ", 'algorithm': 'HS256', 'secret': 'documentation-only-secret-of-32-bytes-or-more!'}";

        assertThat(rules(DESK, "{'expires_in': '24h'}")).doesNotContain("exp-outlives-key");
        assertThat(rules(DESK, "{'issued_at': '+1s', 'expires_in': '24h'}")).contains("exp-outlives-key");
        assertThat(rules(mounted, "{'expires_in': '15m'}")).doesNotContain("exp-outlives-key");
        assertThat(rules(mounted, "{'expires_in': '901s'}")).contains("exp-outlives-key");
        assertThat(rules(mounted, "{'expires_in': '901s'" + own)).doesNotContain("exp-outlives-key");
    }

    private static List<String> rules(FrontDesk desk, String order) {
        return desk.mint(Orders.mint(order)).advisories().orElseThrow().stream()
                .map(advisory -> advisory.rule().id())
                .toList();
    }

    private static MintedToken mint(FrontDesk desk, MintOrder order) {
        return desk.mint(order).token();
    }

    private static FrontDesk desk(KeyCabinet cabinet) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        WellKnownSecrets secrets = WellKnownSecrets.load(Optional.empty());
        Catalogue catalogue = new Catalogue(AllRules.list());
        Advisor advisor = new Advisor(catalogue, secrets, new SecretScan(secrets, SecretScan.USUAL_PATIENCE));
        Ledger ledger = new MeteredLedger(new SimpleMeterRegistry(), catalogue);
        Duration keyStays = cabinet.isEphemeral() ? Duration.ZERO : Workshops.DEFAULTS.longestDefault();
        AdviceDesk library = new AdviceDesk(advisor, new Glossary(), clock, ledger, keyStays);
        return new FrontDesk(Workshops.at(clock), library, Workshops.DEFAULTS, clock, cabinet, 65_536, ledger);
    }
}
