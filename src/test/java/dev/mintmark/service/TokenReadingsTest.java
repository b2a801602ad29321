package dev.mintmark.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.advice.Advisor;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.SubjectType;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.glossary.Glossary;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKeys;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.request.DecodeRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request reads its token once strictly, to verify it, and once leniently, to show it and to advise on it. */
class TokenReadingsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000L), ZoneOffset.UTC);

    private final List<TokenView> advisedOn = new ArrayList<>();
    private final TokenService service = service(Rule.named("seen", Severity.INFO)
            .in(SubjectType.values())
            .form((token, found) -> advisedOn.add(token))
            .rule());

    @Test
    void adviceOnADecodedTokenUsesTheReadingThatIsShown() {
        String token = service.mint(Requests.mint("{'advise': false}")).token().token();
        DecodeResult decoded = service.decode(DecodeRequest.of(token));
        assertThat(advisedOn).hasSize(1);
        assertThat(advisedOn.get(0).header()).isSameAs(decoded.token().header());
        assertThat(advisedOn.get(0).claims()).isSameAs(decoded.token().payload().orElseThrow());
    }

    @Test
    void aTokenIsReadLenientlyOnlyForAdvice() {
        String token = service.mint(Requests.mint("{'advise': false}")).token().token();
        assertThat(service.verify(Requests.verify("{'token': '%s', 'advise': false}", token))
                        .verdict()
                        .isValid())
                .isTrue();
        assertThat(advisedOn).isEmpty();
        assertThat(service.verify(Requests.verify("{'token': '%s'}", token)).advisories())
                .isPresent();
        assertThat(advisedOn).hasSize(1);
    }

    private static TokenService service(Rule rule) {
        KeyRings keyRings = KeyRings.ephemeral(Duration.ofMinutes(1), JwsEngine.PLAIN);
        keyRings.makeFirstKey(Algorithm.ES256, () -> GeneratedKeys.of(Algorithm.ES256));
        WellKnownSecrets secrets = WellKnownSecrets.load(Optional.empty());
        Advisor advisor =
                new Advisor(new Catalogue(List.of(rule)), secrets, new SecretScan(secrets, SecretScan.DEFAULT_TIMEOUT));
        AdviceService advice = new AdviceService(advisor, new Glossary(), CLOCK, TokenEvents.NONE, Duration.ZERO);
        Issuers issuers = new Issuers(keyRings, TestOperations.DEFAULTS);
        return new TokenService(TestOperations.at(CLOCK), advice, issuers, CLOCK, 65_536, TokenEvents.NONE);
    }
}
