package dev.mintmark.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.Explanation;
import dev.mintmark.advice.Glossary;
import dev.mintmark.advice.SecretScan;
import dev.mintmark.advice.WellKnownSecrets;
import dev.mintmark.app.MeteredLedger;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.tokens.MintedToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    private static MintedToken mint(FrontDesk desk, MintOrder order) {
        return desk.mint(order).token();
    }

    private static FrontDesk desk(KeyCabinet cabinet) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        WellKnownSecrets secrets = WellKnownSecrets.load(Optional.empty());
        Advisor advisor = new Advisor(secrets, new SecretScan(secrets, SecretScan.USUAL_PATIENCE));
        Ledger ledger = new MeteredLedger(new SimpleMeterRegistry());
        AdviceDesk library = new AdviceDesk(advisor, new Glossary(), clock, ledger);
        return new FrontDesk(Workshops.at(clock), library, Workshops.DEFAULTS, clock, cabinet, 65_536, ledger);
    }
}
