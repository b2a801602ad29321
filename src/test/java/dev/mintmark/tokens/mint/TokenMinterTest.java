package dev.mintmark.tokens.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMinterTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final SigningKey KEY = SigningKey.of(GeneratedKey.of(Algorithm.ES256), Algorithm.ES256);
    private static final TokenDefaults DEFAULTS = defaults("at+jwt", Duration.ofHours(1));
    private static final TokenMinter MINTER = new TokenMinter(
            DEFAULTS, new TokenPolicy(DEFAULTS, 65_536), Clock.fixed(NOW.plusMillis(999), ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(names = "REFRESH", mode = EnumSource.Mode.EXCLUDE)
    void everyTypeHasItsLifetimeTypAndDefaults(TokenType type) {
        MintedToken minted = MINTER.mint(spec(type, Map.of(), Map.of()));
        assertThat(Members.map(minted.claims()))
                .containsEntry("iss", "https://issuer.example")
                .containsEntry("sub", "nobody")
                .containsEntry("aud", "api")
                .containsEntry("iat", NOW.getEpochSecond())
                .containsEntry("exp", NOW.getEpochSecond() + 900);
        assertThat(minted.claims().has("client_id")).isEqualTo(type == TokenType.ACCESS);
        assertThat(Members.map(minted.header()))
                .containsEntry("typ", type == TokenType.ACCESS ? "at+jwt" : "JWT")
                .containsEntry("kid", KEY.keyId().orElseThrow());
        assertThat(minted.expiresAt()).contains(NOW.plusSeconds(900));
    }

    @Test
    void requestedValuesWinAndNullRemoves() {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "alice", "iat", 1000L));
        claims.put("aud", null);
        claims.put("exp", null);
        claims.put("mine", null);
        MintedToken minted = MINTER.mint(spec(TokenType.ACCESS, claims, Map.of()));
        assertThat(Members.map(minted.claims()))
                .containsEntry("sub", "alice")
                .containsEntry("mine", null)
                .doesNotContainKeys("aud", "exp");
        assertThat(minted.issuedAt()).contains(Instant.ofEpochSecond(1000));
        assertThat(minted.expiresAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "b64", "crit"})
    void headersThatWouldChangeProcessingAreRejected(String name) {
        assertThatThrownBy(() -> MINTER.mint(spec(TokenType.ACCESS, Map.of(), Map.of(name, "x"))))
                .isInstanceOf(PolicyViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh+jwt", "Refresh+JWT", "application/refresh+jwt"})
    void theTypeOfRefreshTokensIsReserved(String typ) {
        assertThatThrownBy(() -> MINTER.mint(spec(TokenType.ACCESS, Map.of(), Map.of("typ", typ))))
                .isInstanceOf(PolicyViolationException.class);
        assertThatThrownBy(() -> defaults(typ, Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLifetimeOverTheMaximumIsRejectedInEveryForm() {
        long now = NOW.getEpochSecond();
        MINTER.mint(spec(TokenType.ACCESS, Map.of("exp", now + 3600), Map.of()));
        assertThatThrownBy(() -> MINTER.mint(spec(TokenType.ACCESS, Map.of("exp", now + 3601), Map.of())))
                .isInstanceOf(PolicyViolationException.class);
        Map<String, Object> withoutIssue = new HashMap<>(Map.of("exp", now + 3601));
        withoutIssue.put("iat", null);
        assertThatThrownBy(() -> MINTER.mint(spec(TokenType.ACCESS, withoutIssue, Map.of())))
                .isInstanceOf(PolicyViolationException.class);
        assertThatThrownBy(() -> defaults("JWT", Duration.ofMinutes(14))).isInstanceOf(IllegalArgumentException.class);
    }

    private static TokenSpec spec(TokenType type, Map<String, Object> claims, Map<String, Object> headers) {
        return TokenSpec.of(
                type, DEFAULTS.issuer(), KEY, "ES256", Optional.empty(), Members.of(claims), Members.of(headers));
    }

    private static TokenDefaults defaults(String typ, Duration longest) {
        Duration life = Duration.ofMinutes(15);
        return new TokenDefaults(
                new Issuer("https://issuer.example"),
                Algorithm.ES256,
                typ,
                Map.of(TokenType.ACCESS, life, TokenType.ID, life, TokenType.GENERIC, life),
                longest,
                Optional.of("nobody"),
                List.of("api"),
                Optional.of("client-1"));
    }

    @Test
    void aTokenThatCouldNotBeVerifiedIsNotMinted() {
        int rest = 65_536
                - MINTER.mint(spec(TokenType.ACCESS, Map.of("x", ""), Map.of()))
                        .token()
                        .length();
        String fits = "x".repeat(rest / 4 * 3 - 3);

        assertThat(MINTER.mint(spec(TokenType.ACCESS, Map.of("x", fits), Map.of()))
                        .token())
                .hasSizeLessThanOrEqualTo(65_536);
        assertThatThrownBy(() -> MINTER.mint(spec(TokenType.ACCESS, Map.of("x", fits + "x".repeat(9)), Map.of())))
                .isInstanceOf(PolicyViolationException.class)
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> MINTER.mint(spec(TokenType.ACCESS, Map.of(), Map.of("x", fits + "x".repeat(90)))))
                .isInstanceOf(PolicyViolationException.class);
    }
}
