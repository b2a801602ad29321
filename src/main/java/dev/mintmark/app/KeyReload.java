package dev.mintmark.app;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.tokens.mint.TokenDefaults;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Generates the ephemeral keys on a background thread, or reloads the key directory.
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
    private final FileReload files;
    private final KeyMetrics meters;
    private final EarlyKeyRemovals removals;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DaemonThreadFactory("mintmark-keys"));

    KeyReload(
            Issuers issuers,
            CryptoSetup crypto,
            TokenDefaults defaults,
            FileReload files,
            KeyMetrics meters,
            Clock clock) {
        this.keyRings = issuers.root().keyRings();
        this.crypto = crypto;
        this.defaults = defaults;
        this.files = files;
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
        files.schedule(new FileReload.Target(
                "keys",
                "key directory",
                LOG,
                keyRings::poll,
                poll -> poll.ring().ifPresent(this::reloaded),
                meters::refused));
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

    private void reloaded(KeyRing ring) {
        meters.reloaded(ring);
        warn(removals.next(ring));
        LOG.infof("Keys are reloaded, generation %d, signing with %s", ring.generation(), names(ring));
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
