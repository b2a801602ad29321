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
 * Stores revocations in Redis 6 or later, or Valkey, which all replicas share. Each entry is one key with a time to live,
 * and each call one command: MGET to read, and a script, which the server runs atomically, to write.
 */
final class RedisRevocations implements Revocations {
    /** A slower answer counts as an outage, so that a caller gets an error within a second. */
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private static final Duration START_TIMEOUT = Duration.ofSeconds(3);

    /** In braces, so that a Redis cluster keeps all keys in one slot and can read several with one command. */
    private static final String PREFIX = "{mintmark}:";

    /** A value is {@code issuedBefore since}. The larger {@code issuedBefore} and the longer time to live are kept. */
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
    /** After a timeout only one caller at a time waits for an answer, so that waiting threads do not accumulate. */
    private final Semaphore scout = new Semaphore(1);

    private volatile boolean silent;
    private final AtomicBoolean outage = new AtomicBoolean();

    RedisRevocations(RedisAPI redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Connects now, so that no request waits for the connection, which takes longer than a command. Logs an outage. */
    static RedisRevocations connect(RedisAPI redis, Clock clock) {
        RedisRevocations revocations = new RedisRevocations(redis, clock);
        try {
            var unused = revocations.await(redis.ping(List.of()), START_TIMEOUT);
        } catch (RevocationsUnavailableException e) {
            LOG.debug("The service starts without its revocation store", e);
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
            throw new RevocationsUnavailableException("The revocation store does not answer");
        }
        try {
            return await(command.get(), TIMEOUT);
        } finally {
            scout.release();
        }
    }

    /** The client's exceptions contain hosts and commands, so they go to the log and not to callers. */
    private Optional<Response> await(Uni<Response> answer, Duration timeout) {
        try {
            Optional<Response> response = answer.await().asOptional().atMost(timeout);
            silent = false;
            if (outage.compareAndSet(true, false)) {
                LOG.info("The revocation store answers again");
            }
            return response;
        } catch (io.smallrye.mutiny.TimeoutException e) {
            silent = true;
            throw unavailable("The revocation store does not answer", e);
        } catch (RuntimeException e) {
            throw unavailable("The revocation store cannot be reached", e);
        }
    }

    /** Logs an outage once; the statuses of responses show how many requests it affects. */
    private RevocationsUnavailableException unavailable(String detail, RuntimeException e) {
        if (outage.compareAndSet(false, true)) {
            LOG.warnf("%s: %s. Requests that need it are refused until it answers again", detail, reason(e));
        }
        return new RevocationsUnavailableException(detail, e);
    }

    /** Only the first word of a Redis error, such as {@code NOAUTH}, because the rest may repeat the command. */
    private static String reason(RuntimeException e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        return cause instanceof ErrorType
                ? message.split(" ", 2)[0]
                : (cause.getClass().getSimpleName() + ' ' + message).strip();
    }
}
