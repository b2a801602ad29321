package dev.mintmark.tokens.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.TokenOperations;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.Check;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.RevocationCheck.OnOutage;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenRefresherTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final Jwk JWK = GeneratedKey.of(Algorithm.ES256);
    private static final SigningKey KEY = SigningKey.of(JWK, Algorithm.ES256);
    private static final TrustedKeys RING = TrustedKeys.own(List.of(VerificationKey.of(JWK)));
    private static final GrantRestriction WHOLE = new GrantRestriction(Optional.empty(), Optional.empty());

    private final Revocations store = new MemoryRevocations(at(0), 100);

    @Test
    void aSecondUseWithinTheGracePeriodReturnsTheSameTokens() {
        String first = operations(0).refresher().start(spec()).refresh().token();
        TokenPair pair = redeem(1, first);

        TokenPair again = redeem(11, first);

        assertThat(again.access().claims()).isEqualTo(pair.access().claims());
        assertThat(again.refresh().claims()).isEqualTo(pair.refresh().claims());
        redeem(12, again.refresh().token());
        assertThat(isValid(12, again.access())).isTrue();
    }

    @Test
    void aSecondUseAfterTheGracePeriodRevokesTheFamily() {
        String first = operations(0).refresher().start(spec()).refresh().token();
        TokenPair pair = redeem(1, first);

        assertThatThrownBy(() -> redeem(12, first)).isInstanceOf(RefreshRejectedException.class);

        assertThat(isValid(12, pair.access())).isFalse();
    }

    @Test
    void aFamilyHasAMaximumLifetime() {
        TokenPair pair = operations(0).refresher().start(spec());
        assertThat(pair.refresh().expiresAt()).contains(NOW.plusSeconds(3600));

        TokenPair later = redeem(2400, pair.refresh().token());

        assertThat(later.refresh().expiresAt()).contains(NOW.plusSeconds(4000));
        assertThatThrownBy(() -> redeem(4001, later.refresh().token())).isInstanceOf(RefreshRejectedException.class);
    }

    @Test
    void anOutageIsRefusedOrAllowedAsIsSet() {
        String token = operations(0).minter().mint(spec()).token();
        Revocations gone = new Gone();

        assertThatThrownBy(() -> operations(gone, OnOutage.REFUSE, 0)
                        .verifier()
                        .verify(token, RING, Expectations.NONE, TokenVerifier.Mode.FULL))
                .isInstanceOf(RevocationsUnavailableException.class);
        Verdict verdict = operations(gone, OnOutage.ALLOW, 0)
                .verifier()
                .verify(token, RING, Expectations.NONE, TokenVerifier.Mode.FULL);
        assertThat(verdict.isValid()).isTrue();
        assertThat(verdict.checks()).last().satisfies(check -> {
            assertThat(check.check()).isEqualTo(Check.REVOCATION);
            assertThat(check.status()).isEqualTo(CheckResult.Status.SKIPPED);
            assertThat(check.message()).startsWith("Warning");
        });
        String refresh = operations(0).refresher().start(spec()).refresh().token();
        assertThatThrownBy(() -> operations(gone, OnOutage.ALLOW, 0).refresher().read(refresh, RING))
                .isInstanceOf(RevocationsUnavailableException.class);
    }

    private TokenPair redeem(int second, String token) {
        TokenRefresher refresher = operations(second).refresher();
        return refresher.redeem(refresher.read(token, RING), WHOLE, KEY);
    }

    private boolean isValid(int second, MintedToken token) {
        return operations(second)
                .verifier()
                .verify(token.token(), RING, Expectations.NONE, TokenVerifier.Mode.FULL)
                .isValid();
    }

    private TokenOperations operations(int second) {
        return operations(store, OnOutage.REFUSE, second);
    }

    private static TokenOperations operations(Revocations store, OnOutage onOutage, int second) {
        Duration life = Duration.ofHours(1);
        TokenDefaults defaults = new TokenDefaults(
                new Issuer("https://issuer.example"),
                Algorithm.ES256,
                "JWT",
                Map.of(TokenType.ACCESS, life, TokenType.REFRESH, life),
                Duration.ofDays(1),
                Optional.empty(),
                List.of(),
                Optional.empty());
        RefreshPolicy refresh = new RefreshPolicy(Duration.ofSeconds(4000), Duration.ofSeconds(10), 65_536);
        return TokenOperations.of(defaults, refresh, store, onOutage, at(second));
    }

    private static TokenSpec spec() {
        Issuer issuer = new Issuer("https://issuer.example");
        return TokenSpec.of(
                TokenType.ACCESS,
                issuer,
                KEY,
                "ES256",
                Optional.empty(),
                Members.of(Map.of("sub", "alice")),
                JsonMembers.EMPTY);
    }

    private static Clock at(int second) {
        return Clock.fixed(NOW.plusSeconds(second), ZoneOffset.UTC);
    }

    /** A store that is unavailable. */
    private static final class Gone implements Revocations {
        @Override
        public Revocation revokeUnbound(RevocationKey key, Revocation revocation, Instant until) {
            throw new RevocationsUnavailableException("gone");
        }

        @Override
        public Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
            throw new RevocationsUnavailableException("gone");
        }

        @Override
        public List<Optional<Revocation>> isRevoked(List<RevocationKey> keys) {
            throw new RevocationsUnavailableException("gone");
        }

        @Override
        public Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until) {
            throw new RevocationsUnavailableException("gone");
        }
    }
}
