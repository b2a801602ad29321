package dev.mintmark.app;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.keys.PollResult;
import dev.mintmark.tokens.mint.TokenDefaults;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Generates the ephemeral keys, or polls the key directory, on a background thread, and reports changes in the log and in
 * metrics.
 */
@Singleton
@Startup
public final class KeyReload {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.keys");

    /** Start-up and the first token have priority over keys that no request needs yet. */
    private static final Duration EPHEMERAL_KEY_DELAY = Duration.ofSeconds(2);

    private final KeyRings keyRings;
    private final CryptoSetup crypto;
    private final TokenDefaults defaults;
    private final Duration pollInterval;
    private final KeyMetrics meters;
    private final EarlyKeyRemovals removals;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("mintmark-keys"));

    KeyReload(
            KeyRings keyRings,
            CryptoSetup crypto,
            TokenDefaults defaults,
            MintmarkSettings settings,
            KeyMetrics meters,
            Clock clock) {
        this.keyRings = keyRings;
        this.crypto = crypto;
        this.defaults = defaults;
        this.pollInterval = settings.keys().pollInterval();
        this.meters = meters;
        this.removals = new EarlyKeyRemovals(clock, defaults.maxDefaultLifetime());
    }

    @PostConstruct
    void start() {
        if (keyRings.isEphemeral()) {
            LOG.warn(
                    "No key directory: the keys are ephemeral and lost when the service stops. Set mintmark.keys.directory.");
            thread.execute(this::makeKeys);
            return;
        }
        meters.chosen();
        KeyRing ring = keyRings.require();
        meters.taken(ring);
        warn(removals.next(ring));
        LOG.infof("Keys are loaded, signing with %s", names(ring));
        if (ring.signer(defaults.algorithm()).isEmpty()) {
            LOG.warnf(
                    "No key signs with the default algorithm %s: set mintmark.algorithm",
                    defaults.algorithm().joseName());
        }
        long millis = pollInterval.toMillis();
        // The future is not needed: the task runs until stop and reports its own failures.
        var unused = thread.scheduleWithFixedDelay(this::poll, millis, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void makeKeys() {
        try {
            keyRings.awaitDemand(EPHEMERAL_KEY_DELAY);
            crypto.make();
            meters.chosen();
            keyRings.makeEphemeralKeys(defaults.algorithm());
            meters.taken(keyRings.requireComplete());
            LOG.info("Ephemeral keys are ready, one for each algorithm");
        } catch (InterruptedException e) {
            // The service stops.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Ephemeral keys cannot be generated", e);
        }
    }

    /** Must not throw: the executor would silently stop the schedule. */
    private void poll() {
        try {
            report(keyRings.poll());
        } catch (RuntimeException e) {
            meters.refused();
            LOG.errorf("Polling the key directory failed: %s", e.getClass().getName());
        }
    }

    private void report(PollResult poll) {
        switch (poll.outcome()) {
            case SWAPPED ->
                poll.ring().ifPresent(ring -> {
                    meters.reloaded(ring);
                    warn(removals.next(ring));
                    LOG.infof("Keys are reloaded, generation %d, signing with %s", ring.generation(), names(ring));
                });
            case REFUSED -> {
                meters.refused();
                if (poll.isNews()) {
                    LOG.errorf(
                            "The new keys are refused, the last valid ones stay: %s",
                            poll.error().orElse(""));
                }
            }
            case UNCHANGED -> {
                if (poll.isNews()) {
                    LOG.info("The key directory is valid again");
                }
            }
        }
    }

    private static void warn(List<EarlyKeyRemovals.Removal> early) {
        early.forEach(key -> LOG.warnf(
                "The key %s was removed, but it could sign until %s: its tokens, which may be valid until %s, no longer"
                        + " verify. Restore its file until then, without listing it in active",
                key.keyId(), key.lastActive(), key.missedUntil()));
    }

    private static String names(KeyRing ring) {
        return ring.algorithms().stream().map(Algorithm::joseName).collect(Collectors.joining(", "));
    }
}
