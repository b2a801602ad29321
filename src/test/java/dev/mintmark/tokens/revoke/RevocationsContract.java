package dev.mintmark.tokens.revoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.Revocations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Revocations} does. */
public abstract class RevocationsContract {
    /** The real one: stores on the other side of a wire have their own. */
    protected static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    private static final Instant LATER = NOW.plusSeconds(3600);

    private static final int CALLERS = 8;

    /** The store under test; two calls give two ways to the same store, as two replicas have. */
    protected abstract Revocations revocations();

    @Test
    void aKeyNeverRevokedIsNotRevoked() {
        assertThat(revocations().isRevoked(List.of(key(Kind.TOKEN), key(Kind.FAMILY))))
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(revocations().isRevoked(List.of())).isEmpty();
    }

    @Test
    void aRevocationIsVisibleToAllAtThePositionOfItsKey() {
        RevocationKey key = key(Kind.TOKEN);
        RevocationKey subject = key(Kind.SUBJECT);
        Revocation ofSubject = new Revocation(NOW, NOW.minusSeconds(10));

        assertThat(revocations().revoke(key, Revocation.whole(NOW), LATER)).isEqualTo(Revocation.whole(NOW));
        assertThat(revocations().revoke(subject, ofSubject, LATER)).isEqualTo(ofSubject);

        assertThat(revocations().isRevoked(List.of(key(Kind.FAMILY), key, subject)))
                .containsExactly(Optional.empty(), Optional.of(Revocation.whole(NOW)), Optional.of(ofSubject));
    }

    @Test
    void aRepeatedRevocationKeepsTheFirstOne() {
        RevocationKey key = key(Kind.FAMILY);
        revocations().revoke(key, Revocation.whole(NOW), LATER);

        Revocation again = revocations().revoke(key, Revocation.whole(NOW.plusSeconds(9)), LATER.plusSeconds(9));

        assertThat(again).isEqualTo(Revocation.whole(NOW));
        assertThat(find(key)).contains(Revocation.whole(NOW));
    }

    @Test
    void aRevocationOfMoreTokensReplacesOneOfFewerAndNeverTheReverse() {
        RevocationKey key = key(Kind.SUBJECT);
        Revocation first = new Revocation(NOW, NOW.minusSeconds(60));
        Revocation later = new Revocation(NOW.plusSeconds(1), NOW);
        Revocation earlier = new Revocation(NOW.plusSeconds(2), NOW.minusSeconds(30));

        assertThat(revocations().revoke(key, first, LATER)).isEqualTo(first);
        assertThat(revocations().revoke(key, later, LATER)).isEqualTo(later);
        assertThat(revocations().revoke(key, earlier, LATER)).isEqualTo(later);
        assertThat(find(key)).contains(later);
    }

    @Test
    void anUnboundRevocationIsAsGoodAsAnyOther() {
        RevocationKey key = key(Kind.SUBJECT);
        Revocation first = new Revocation(NOW, NOW.minusSeconds(60));

        assertThat(revocations().revokeUnbound(key, first, LATER)).isEqualTo(first);
        assertThat(find(key)).contains(first);
        assertThat(revocations().revokeUnbound(key, Revocation.whole(NOW), LATER))
                .isEqualTo(Revocation.whole(NOW));
        assertThat(revocations().revoke(key, first, LATER)).isEqualTo(Revocation.whole(NOW));
        assertThat(find(key)).contains(Revocation.whole(NOW));
    }

    @Test
    void aDateBefore1970IsADate() {
        RevocationKey key = key(Kind.SUBJECT);
        Revocation old = new Revocation(NOW, Instant.ofEpochSecond(-5));

        revocations().revoke(key, old, LATER);

        assertThat(find(key)).contains(old);
    }

    @Test
    void kindsAndIssuersAreApart() {
        revocations().revoke(RevocationKey.of(Kind.TOKEN, "https://a", "1"), Revocation.whole(NOW), LATER);

        assertThat(find(RevocationKey.of(Kind.FAMILY, "https://a", "1"))).isEmpty();
        assertThat(find(RevocationKey.of(Kind.TOKEN, "https://b", "1"))).isEmpty();
        assertThat(find(RevocationKey.of(Kind.TOKEN, "https://a", "1"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a?c", "[a-z]", "two words", "a\nb", "a\r\nDEL x", "\u0000", "é", "{x}", ""})
    void anIdIsDataWhateverItsCharacters(String id) {
        String issuer = UUID.randomUUID().toString();
        revocations().revoke(RevocationKey.of(Kind.TOKEN, issuer, id), Revocation.whole(NOW), LATER);

        assertThat(find(RevocationKey.of(Kind.TOKEN, issuer, id))).isPresent();
        assertThat(find(RevocationKey.of(Kind.TOKEN, issuer, "abc"))).isEmpty();
    }

    @Test
    void aSingleUseValueIsRedeemedOnce() {
        RevocationKey key = key(Kind.REDEMPTION);

        assertThat(revocations().redeemOnce(key, NOW, LATER)).isEmpty();
        assertThat(revocations().redeemOnce(key, NOW.plusSeconds(7), LATER)).contains(NOW);
        assertThat(revocations().redeemOnce(key, NOW.plusSeconds(8), LATER)).contains(NOW);
        assertThat(find(key)).contains(Revocation.whole(NOW));
    }

    /**
     * All walk along the same keys: who is ahead has more to do at each, so that the others catch up and they meet again
     * and again.
     */
    @Test
    void oneOfManyConcurrentRedemptionsWins() throws Exception {
        List<RevocationKey> keys =
                Stream.generate(() -> key(Kind.REDEMPTION)).limit(races()).toList();
        AtomicIntegerArray winners = new AtomicIntegerArray(keys.size());
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Revocations store = revocations();
            callers.add(() -> {
                start.await(20, TimeUnit.SECONDS);
                for (int i = 0; i < keys.size(); i++) {
                    winners.addAndGet(
                            i, store.redeemOnce(keys.get(i), NOW, LATER).isEmpty() ? 1 : 0);
                }
                return keys.size();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<Integer> raced : threads.invokeAll(callers, 60, TimeUnit.SECONDS)) {
                assertThat(raced.get()).isEqualTo(keys.size());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(IntStream.range(0, keys.size()).map(winners::get)).containsOnly(1);
    }

    /** How often many want the same: as often as takes a second or two. */
    protected int races() {
        return 500;
    }

    private Optional<Revocation> find(RevocationKey key) {
        return revocations().isRevoked(List.of(key)).get(0);
    }

    protected static RevocationKey key(Kind kind) {
        return RevocationKey.of(
                kind, "https://issuer.example", UUID.randomUUID().toString());
    }
}
