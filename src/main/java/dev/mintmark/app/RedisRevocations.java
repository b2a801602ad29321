package dev.mintmark.app;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Revocations that all replicas share, in Redis 6 or later, or Valkey. Each entry is one key with a time to live, and
 * each call one command: reading is an MGET, writing a script, which the server runs as a whole.
 */
final class RedisRevocations implements Revocations {
    /** An answer that takes longer is an outage: a caller is told so within a second. */
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private static final Duration START_TIMEOUT = Duration.ofSeconds(3);

    /** In braces, so that a cluster keeps all keys in one slot and can answer for several at once. */
    private static final String PREFIX = "{mintmark}:";

    /** A value is {@code issuedBefore since}; the larger first number stays, and so does the longer life. */
    private static final String REVOKE = """
            local old = redis.call('GET', KEYS[1])
            local life = tonumber(ARGV[3])
            if old then
              life = math.max(life, redis.call('TTL', KEYS[1]))
              if tonumber(string.match(old, '^-?%d+')) >= tonumber(ARGV[1]) then
                redis.call('EXPIRE', KEYS[1], life)
                return old
              end
            end
            local new = ARGV[1] .. ' ' .. ARGV[2]
            redis.call('SET', KEYS[1], new, 'EX', life)
            return new
            """;

    private static final String REDEEM = """
            local old = redis.call('GET', KEYS[1])
            if old then return old end
            redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'EX', ARGV[3])
            return false
            """;

    private static final Logger LOG = Logger.getLogger("dev.mintmark.revocations");

    private final RedisAPI redis;
    private final Clock clock;
    /** After an answer that never came one caller waits for the next and nobody else: threads are not to pile up. */
    private final Semaphore scout = new Semaphore(1);

    private volatile boolean silent;
    private final AtomicBoolean outage = new AtomicBoolean();

    RedisRevocations(RedisAPI redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Connects now, which takes longer than any answer later; nobody who asks is to wait for it. An outage is logged. */
    static RedisRevocations connect(RedisAPI redis, Clock clock) {
        RedisRevocations revocations = new RedisRevocations(redis, clock);
        try {
            var unused = revocations.await(redis.ping(List.of()), START_TIMEOUT);
        } catch (RevocationsUnavailableException e) {
            LOG.debug("The service starts without its store of revocations", e);
        }
        return revocations;
    }

    @Override
    public Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
        return write(REVOKE, key, revocation, until).orElse(revocation);
    }

    @Override
    public Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until) {
        return write(REDEEM, key, Revocation.whole(now), until).map(Revocation::since);
    }

    private Optional<Revocation> write(String script, RevocationKey key, Revocation revocation, Instant until) {
        long life = until.getEpochSecond() - clock.instant().getEpochSecond();
        List<String> command = List.of(
                script,
                "1",
                PREFIX + key,
                Long.toString(revocation.issuedBefore().getEpochSecond()),
                Long.toString(revocation.since().getEpochSecond()),
                Long.toString(Math.max(1, life)));
        return ask(() -> redis.eval(command)).map(response -> parse(response.toString()));
    }

    @Override
    public List<Optional<Revocation>> isRevoked(List<RevocationKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<String> names = keys.stream().map(key -> PREFIX + key).toList();
        List<Optional<Revocation>> found = new ArrayList<>();
        for (Response value : ask(() -> redis.mget(names)).orElseThrow()) {
            found.add(Optional.ofNullable(value).map(text -> parse(text.toString())));
        }
        return found;
    }

    private static Revocation parse(String value) {
        String[] numbers = value.split(" ", 2);
        return new Revocation(
                Instant.ofEpochSecond(Long.parseLong(numbers[1])), Instant.ofEpochSecond(Long.parseLong(numbers[0])));
    }

    private Optional<Response> ask(Supplier<Uni<Response>> command) {
        if (!silent) {
            return await(command.get(), TIMEOUT);
        }
        if (!scout.tryAcquire()) {
            throw new RevocationsUnavailableException("The store of revocations does not answer");
        }
        try {
            return await(command.get(), TIMEOUT);
        } finally {
            scout.release();
        }
    }

    /** The client's exceptions name hosts and commands: they are for the log and go to no caller. */
    private Optional<Response> await(Uni<Response> answer, Duration timeout) {
        try {
            Optional<Response> response = answer.await().asOptional().atMost(timeout);
            silent = false;
            if (outage.compareAndSet(true, false)) {
                LOG.info("The store of revocations answers again");
            }
            return response;
        } catch (io.smallrye.mutiny.TimeoutException e) {
            silent = true;
            throw unavailable("The store of revocations does not answer", e);
        } catch (RuntimeException e) {
            throw unavailable("The store of revocations cannot be reached", e);
        }
    }

    /** Said once in the log; how often callers are refused is seen in their statuses. */
    private RevocationsUnavailableException unavailable(String detail, RuntimeException e) {
        if (outage.compareAndSet(false, true)) {
            LOG.warnf("%s: %s. Until it answers again, what needs it is refused", detail, reason(e));
        }
        return new RevocationsUnavailableException(detail, e);
    }

    /** Of what Redis itself says the first word alone, for the rest may repeat a command: {@code NOAUTH}. */
    private static String reason(RuntimeException e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        return cause instanceof ErrorType
                ? message.split(" ", 2)[0]
                : (cause.getClass().getSimpleName() + ' ' + message).strip();
    }
}
