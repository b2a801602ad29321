package dev.mintmark.app;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Revocations that all replicas share, in Redis 6 or later, or Valkey. Each entry is one key with a time to live, and
 * each call one script.
 */
final class RedisRevocations implements Revocations {
    /** A later answer counts as an outage, so that callers learn of it within a second. */
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private static final Duration START_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);

    /** The braces make a cluster keep all keys in one slot, so that one script can read several. */
    private static final String PREFIX = "{mintmark}:";

    private static final Pattern VALUE = Pattern.compile("(-?\\d{1,12}) (-?\\d{1,12})");
    private static final Logger LOG = Logger.getLogger("dev.mintmark.revocations");
    private final RedisAPI redis;
    private final Clock clock;
    private final int maxUnbound;
    private final StoreAccess reads = new StoreAccess("read");
    private final StoreAccess writes = new StoreAccess("written");

    /** After a timeout, one caller at a time waits for an answer; the others fail at once and hold no thread. */
    private final Semaphore retry = new Semaphore(1);

    private volatile boolean timedOut;
    private final AtomicReference<Instant> nextWarning = new AtomicReference<>(Instant.MIN);

    /** @param maximum of entries, which unbound revocations fill to half if Redis has no {@code maxmemory} */
    RedisRevocations(RedisAPI redis, Clock clock, int maximum) {
        this.redis = redis;
        this.clock = clock;
        this.maxUnbound = maximum / 2;
    }

    /** Connects at start-up, so that no request waits for it. The service starts without the store; that is logged. */
    static RedisRevocations connect(RedisAPI redis, Clock clock, int maximum) {
        RedisRevocations revocations = new RedisRevocations(redis, clock, maximum);
        try {
            var unused = revocations.await(revocations.reads, redis.ping(List.of()), START_TIMEOUT);
        } catch (RevocationsUnavailableException e) {
            LOG.debug("The service starts without its revocation store", e);
        }
        return revocations;
    }

    /** Whether the last read succeeded. */
    boolean isReadable() {
        return reads.isAvailable();
    }

    /** Whether the last write succeeded. */
    boolean isWritable() {
        return writes.isAvailable();
    }

    /** Writes an entry that expires at once, so that the store is found to be writable again without a request. */
    void probeWrite() {
        var unused = ask(writes, () -> redis.set(List.of(PREFIX + "probe", "", "EX", "1")));
        writes.succeeded();
    }

    @Override
    public Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
        return write(RedisScripts.REVOKE, key, revocation, until, "bound").orElse(revocation);
    }

    @Override
    public Revocation revokeUnbound(RevocationKey key, Revocation revocation, Instant until) {
        return write(RedisScripts.REVOKE, key, revocation, until, "unbound").orElse(revocation);
    }

    @Override
    public Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until) {
        return write(RedisScripts.REDEEM, key, Revocation.whole(now), until, "bound")
                .map(Revocation::since);
    }

    private Optional<Revocation> write(
            String script, RevocationKey key, Revocation revocation, Instant until, String binding) {
        long now = clock.instant().getEpochSecond();
        long life = until.getEpochSecond() - now;
        List<String> command = List.of(
                script,
                "2",
                PREFIX + key,
                PREFIX + "unbound",
                Long.toString(revocation.issuedBefore().getEpochSecond()),
                Long.toString(revocation.since().getEpochSecond()),
                Long.toString(Math.max(1, life)),
                binding,
                Long.toString(now),
                Integer.toString(maxUnbound));
        Response answer = ask(writes, () -> redis.eval(command)).orElseThrow();
        if (answer.get(0).toInteger() == 1) {
            writes.succeeded();
        }
        String value = answer.size() == 1 ? "" : answer.get(1).toString();
        if (value.equals(RedisScripts.HALF_FULL)) {
            throw new RevocationsUnavailableException(
                    "The half of the store for revocations by subject and id is full");
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(parse(key, value));
    }

    @Override
    public List<Optional<Revocation>> isRevoked(List<RevocationKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of(RedisScripts.READ, Integer.toString(keys.size())));
        keys.forEach(key -> command.add(PREFIX + key));
        Response answer = ask(reads, () -> redis.eval(command)).orElseThrow();
        reads.succeeded();
        List<Optional<Revocation>> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            RevocationKey key = keys.get(i);
            found.add(Optional.ofNullable(answer.get(i)).map(value -> parse(key, value.toString())));
        }
        return found;
    }

    /** An entry that cannot be read may revoke the token, so it is never taken for an absent one. */
    private Revocation parse(RevocationKey key, String value) {
        Matcher numbers = VALUE.matcher(value);
        if (numbers.matches()) {
            return new Revocation(
                    Instant.ofEpochSecond(Long.parseLong(numbers.group(2))),
                    Instant.ofEpochSecond(Long.parseLong(numbers.group(1))));
        }
        Instant now = clock.instant();
        Instant due = nextWarning.get();
        if (!now.isBefore(due) && nextWarning.compareAndSet(due, now.plus(BETWEEN_WARNINGS))) {
            LOG.warnf(
                    "The entry %s%s of the revocation store cannot be read: it is not an entry of this service. "
                            + "Requests that need it are answered with 503. Others are not logged for an hour",
                    PREFIX, key);
        }
        throw new RevocationsUnavailableException("An entry of the revocation store cannot be read");
    }

    private Optional<Response> ask(StoreAccess access, Supplier<Uni<Response>> command) {
        if (!timedOut) {
            return await(access, command.get(), TIMEOUT);
        }
        if (!retry.tryAcquire()) {
            throw new RevocationsUnavailableException("The revocation store does not answer");
        }
        try {
            return await(access, command.get(), TIMEOUT);
        } finally {
            retry.release();
        }
    }

    /** The exceptions of the client name hosts and commands, so callers get another message. */
    private Optional<Response> await(StoreAccess access, Uni<Response> answer, Duration timeout) {
        try {
            Optional<Response> response = answer.await().asOptional().atMost(timeout);
            timedOut = false;
            if (writes.isDisconnected()) {
                writes.succeeded();
            }
            return response;
        } catch (TimeoutException e) {
            timedOut = true;
            access.failed(StoreFailure.TIMEOUT);
            throw new RevocationsUnavailableException("The revocation store does not answer", e);
        } catch (RuntimeException e) {
            StoreFailure failure = StoreFailure.of(e);
            access.failed(failure);
            throw new RevocationsUnavailableException(
                    "The revocation store cannot be " + (failure.isConnection() ? "reached" : access.verb()), e);
        }
    }
}
