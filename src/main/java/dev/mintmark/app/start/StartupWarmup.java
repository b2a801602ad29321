package dev.mintmark.app.start;

import dev.mintmark.app.CryptoSetup;
import dev.mintmark.app.DaemonThreadFactory;
import dev.mintmark.app.KeyReload;
import dev.mintmark.app.Producers;
import dev.mintmark.app.settings.CryptoProvider;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.http.token.RequestWarmup;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.tokens.mint.TokenDefaults;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Does beside the start, on another processor, what the first token waits for. From the first moment there are beans:
 * native crypto, a key of the algorithm that will be asked for first, and what the first request would have to learn.
 * From when the settings are known, as they are when Vert.x is about to be made: the keys, mounted ones or the first ephemeral one.
 * {@link CryptoSetup} and {@link KeyReload} do whatever is left, as by a restart in dev mode.
 */
@Singleton
final class StartupWarmup implements VertxOptionsCustomizer {
    private final CryptoSetup crypto;
    private final Instance<KeyRings> keyRings;
    private final Instance<TokenDefaults> defaults;
    private final Instance<RequestWarmup> rehearsal;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(2, new DaemonThreadFactory("mintmark-head-start"));
    private CompletableFuture<Optional<Jwk>> preparedKey = CompletableFuture.completedFuture(Optional.empty());

    StartupWarmup(
            CryptoSetup crypto,
            Instance<KeyRings> keyRings,
            Instance<TokenDefaults> defaults,
            Instance<RequestWarmup> rehearsal) {
        this.crypto = crypto;
        this.keyRings = keyRings;
        this.defaults = defaults;
        this.rehearsal = rehearsal;
    }

    /** Whoever wants the JDK's crypto may have reasons not to have a library loaded. */
    void prepare(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Config config = ConfigProvider.getConfig();
        boolean isUnwanted = setting(config, "mintmark.crypto")
                .filter(value -> value.strip().equalsIgnoreCase(CryptoProvider.JDK.name()))
                .isPresent();
        if (!isUnwanted) {
            preparedKey = CompletableFuture.supplyAsync(() -> prepareKey(config), threads)
                    .exceptionally(e -> Optional.empty());
        }
        threads.execute(this::rehearse);
    }

    private void rehearse() {
        try {
            rehearsal.get().run();
        } catch (RuntimeException e) {
            // The first request comes to the same place, and its answer says so.
        }
    }

    /** Settings are only guessed here; {@link #fetchKeys} knows them, and takes no key that does not fit. */
    private Optional<Jwk> prepareKey(Config config) {
        crypto.prepare();
        return Producers.directory(setting(config, "mintmark.keys.directory")).isPresent()
                ? Optional.empty()
                : Algorithm.parse(setting(config, "mintmark.algorithm").orElse(MintmarkSettings.ALGORITHM))
                        .map(GeneratedKey::of);
    }

    private static Optional<String> setting(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }

    @Override
    public void accept(VertxOptions options) {
        threads.execute(this::fetchKeys);
        threads.shutdown();
    }

    private void fetchKeys() {
        try {
            crypto.make();
            KeyRings keys = keyRings.get();
            if (keys.isEphemeral()) {
                Algorithm algorithm = defaults.get().algorithm();
                keys.makeFirstKey(algorithm, () -> firstKey(algorithm));
                // A token that nobody gets: before its first, jose4j tries every algorithm of every provider.
                keys.require()
                        .signer(algorithm)
                        .ifPresent(key -> key.sign(Map.of("alg", algorithm.joseName(), "typ", "JWT"), Map.of()));
            }
        } catch (RuntimeException e) {
            // The start itself comes to the same place, and says so.
        }
    }

    private Jwk firstKey(Algorithm algorithm) {
        return preparedKey
                .join()
                .filter(key -> key.algorithms().contains(algorithm))
                .orElseGet(() -> GeneratedKey.of(algorithm));
    }
}
