package dev.mintmark.app.start;

import dev.mintmark.app.CryptoSetup;
import dev.mintmark.app.DaemonThreadFactory;
import dev.mintmark.app.KeyReload;
import dev.mintmark.app.Producers;
import dev.mintmark.app.settings.CryptoProvider;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.http.token.RequestWarmup;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.tokens.mint.TokenDefaults;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Runs on background threads during start-up whatever would delay the first token. As soon as CDI is up: native crypto, a key
 * of the default algorithm, and the warm-up of request handling. As soon as the settings are known, which is when Vert.x is
 * about to be created: the mounted keys or the first ephemeral key. {@link CryptoSetup} and {@link KeyReload} do what is left,
 * for example after a restart in dev mode.
 */
@Singleton
final class StartupWarmup implements VertxOptionsCustomizer {
    private final CryptoSetup crypto;
    private final Instance<Issuers> issuers;
    private final Instance<TokenDefaults> defaults;
    private final Instance<RequestWarmup> warmup;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(2, new DaemonThreadFactory("mintmark-head-start"));
    private CompletableFuture<Optional<Jwk>> preparedKey = CompletableFuture.completedFuture(Optional.empty());

    StartupWarmup(
            CryptoSetup crypto,
            Instance<Issuers> issuers,
            Instance<TokenDefaults> defaults,
            Instance<RequestWarmup> warmup) {
        this.crypto = crypto;
        this.issuers = issuers;
        this.defaults = defaults;
        this.warmup = warmup;
    }

    /** Does not load the native library if the settings ask for the JDK's crypto. */
    void prepare(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Config config = ConfigProvider.getConfig();
        boolean isJdkCrypto = setting(config, "mintmark.crypto")
                .filter(value -> value.strip().equalsIgnoreCase(CryptoProvider.JDK.name()))
                .isPresent();
        if (!isJdkCrypto) {
            preparedKey = CompletableFuture.supplyAsync(() -> prepareKey(config), threads)
                    .exceptionally(e -> Optional.empty());
        }
        threads.execute(this::warmUp);
    }

    private void warmUp() {
        try {
            warmup.get().run();
        } catch (RuntimeException e) {
            // The first request repeats this and reports the error.
        }
    }

    /** The settings are not validated yet; {@link #loadKeys} validates them and ignores a key that does not fit. */
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
        threads.execute(this::loadKeys);
        threads.shutdown();
    }

    private void loadKeys() {
        try {
            crypto.make();
            KeyRings keys = issuers.get().root().keyRings();
            if (keys.isEphemeral()) {
                Algorithm algorithm = defaults.get().algorithm();
                keys.makeFirstKey(algorithm, () -> firstKey(algorithm));
                // Signs a token that is discarded, because jose4j tries every algorithm of every provider before its
                // first.
                keys.require()
                        .signer(algorithm)
                        .ifPresent(key -> key.sign(
                                JsonMembers.builder()
                                        .put("alg", algorithm.joseName())
                                        .put("typ", "JWT")
                                        .build(),
                                JsonMembers.EMPTY));
            }
        } catch (RuntimeException e) {
            // Start-up repeats this and reports the error.
        }
    }

    private Jwk firstKey(Algorithm algorithm) {
        return preparedKey
                .join()
                .filter(key -> key.algorithms().contains(algorithm))
                .orElseGet(() -> GeneratedKey.of(algorithm));
    }
}
