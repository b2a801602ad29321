package dev.mintmark.tokens.revoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.FixedClock;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryRevocationsTest extends RevocationsContract {
    private final FixedClock clock = new FixedClock(NOW);
    private final MemoryRevocations store = new MemoryRevocations(clock, 3);
    private final MemoryRevocations roomy = new MemoryRevocations(clock, 1_000_000);

    @Override
    protected Revocations revocations() {
        return roomy;
    }

    @Override
    protected int races() {
        return 100_000;
    }

    @Test
    void forgetsAtExpiryAndNotBefore() {
        RevocationKey key = key(Kind.TOKEN);
        store.revoke(key, Revocation.whole(NOW), NOW.plusSeconds(100));

        clock.set(NOW.plusSeconds(99));
        assertThat(store.isRevoked(List.of(key))).containsExactly(Optional.of(Revocation.whole(NOW)));
        clock.set(NOW.plusSeconds(100));
        assertThat(store.isRevoked(List.of(key))).containsExactly(Optional.empty());
    }

    @Test
    void remembersUntilTheLaterOfTwoEnds() {
        RevocationKey key = key(Kind.TOKEN);
        store.revoke(key, Revocation.whole(NOW), NOW.plusSeconds(100));
        store.revoke(key, Revocation.whole(NOW), NOW.plusSeconds(50));

        clock.set(NOW.plusSeconds(99));
        assertThat(store.isRevoked(List.of(key)).get(0)).isPresent();
    }

    @Test
    void noLiveEntryIsEvictedAtTheBound() {
        List<RevocationKey> keys = List.of(key(Kind.TOKEN), key(Kind.REDEMPTION), key(Kind.SUBJECT));
        keys.forEach(key -> store.revoke(key, Revocation.whole(NOW), NOW.plusSeconds(100)));

        assertThatThrownBy(() -> store.revoke(key(Kind.TOKEN), Revocation.whole(NOW), NOW.plusSeconds(100)))
                .isInstanceOf(RevocationsUnavailableException.class);
        assertThatThrownBy(() -> store.redeemOnce(key(Kind.REDEMPTION), NOW, NOW.plusSeconds(100)))
                .isInstanceOf(RevocationsUnavailableException.class);
        assertThat(store.isRevoked(keys)).allMatch(Optional::isPresent);
        assertThat(store.revoke(keys.get(0), Revocation.whole(NOW.plusSeconds(1)), NOW.plusSeconds(200)))
                .isEqualTo(Revocation.whole(NOW));
    }

    @Test
    void expiredEntriesAreEvictedOnDemand() {
        for (int i = 0; i < 3; i++) {
            store.revoke(key(Kind.TOKEN), Revocation.whole(NOW), NOW.plusSeconds(10 + i));
        }

        clock.set(NOW.plusSeconds(10));
        store.revoke(key(Kind.TOKEN), Revocation.whole(NOW), NOW.plusSeconds(100));

        assertThat(store.size()).isEqualTo(3);
    }

    @Test
    void expiredEntriesAreSwept() {
        for (int i = 0; i < 500; i++) {
            roomy.revoke(key(Kind.TOKEN), Revocation.whole(NOW), NOW.plusSeconds(10));
        }

        clock.set(NOW.plusSeconds(70));
        roomy.revoke(key(Kind.TOKEN), Revocation.whole(NOW), NOW.plusSeconds(100));

        assertThat(roomy.size()).isEqualTo(1);
    }

    @Test
    void aRedemptionExpiresAtItsEndToo() {
        RevocationKey key = key(Kind.REDEMPTION);
        store.redeemOnce(key, NOW, NOW.plusSeconds(10));

        clock.set(NOW.plusSeconds(10));
        assertThat(store.redeemOnce(key, clock.instant(), NOW.plusSeconds(20))).isEmpty();
    }

    @Test
    void unboundRevocationsFillHalfOfTheStoreAndLeaveTheRest() {
        MemoryRevocations four = new MemoryRevocations(clock, 4);
        RevocationKey subject = key(Kind.SUBJECT);
        unbound(four, subject, 100);
        unbound(four, key(Kind.TOKEN), 100);

        assertThatThrownBy(() -> unbound(four, key(Kind.SUBJECT), 100))
                .isInstanceOf(RevocationsUnavailableException.class);
        assertThat(unbound(four, subject, 200)).isEqualTo(Revocation.whole(NOW));
        four.revoke(key(Kind.TOKEN), Revocation.whole(NOW), NOW.plusSeconds(100));
        assertThat(four.redeemOnce(key(Kind.REDEMPTION), NOW, NOW.plusSeconds(100)))
                .isEmpty();

        assertThatThrownBy(() -> four.revoke(key(Kind.TOKEN), Revocation.whole(NOW), NOW.plusSeconds(100)))
                .isInstanceOf(RevocationsUnavailableException.class);
        assertThat(four.size()).isEqualTo(four.maximum());
        assertThat(four.unbound()).isEqualTo(2);
    }

    @Test
    void unboundRevocationsHaveRoomAgainAfterTheyExpire() {
        MemoryRevocations four = new MemoryRevocations(clock, 4);
        unbound(four, key(Kind.SUBJECT), 10);
        unbound(four, key(Kind.SUBJECT), 20);

        clock.set(NOW.plusSeconds(10));
        unbound(four, key(Kind.SUBJECT), 100);

        assertThat(four.unbound()).isEqualTo(2);
    }

    @Test
    void anUnboundRevocationThatATokenConfirmsCountsNoLonger() {
        MemoryRevocations four = new MemoryRevocations(clock, 4);
        RevocationKey token = key(Kind.TOKEN);
        unbound(four, token, 100);
        four.revoke(token, Revocation.whole(NOW), NOW.plusSeconds(100));
        unbound(four, token, 100);

        assertThat(four.unbound()).isZero();
        assertThat(four.size()).isOne();
    }

    private static Revocation unbound(MemoryRevocations store, RevocationKey key, int life) {
        return store.revokeUnbound(key, Revocation.whole(NOW), NOW.plusSeconds(life));
    }
}
