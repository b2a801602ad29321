package dev.mintmark.app;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.tokens.TokenDefaults;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Does beside the start, on another processor, what the first token waits for: native crypto, from the first moment there
 * are beans, and the keys, mounted ones or the first ephemeral one, from when the settings are known, as they are when
 * Vert.x is about to be made. {@link CryptoChoice} and {@link KeyKeeper} do whatever is left, as by a restart in dev mode.
 */
@Singleton
final class HeadStart implements VertxOptionsCustomizer {
    private final CryptoChoice crypto;
    private final Instance<KeyCabinet> cabinet;
    private final Instance<TokenDefaults> defaults;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DaemonThreads("mintmark-head-start"));

    HeadStart(CryptoChoice crypto, Instance<KeyCabinet> cabinet, Instance<TokenDefaults> defaults) {
        this.crypto = crypto;
        this.cabinet = cabinet;
        this.defaults = defaults;
    }

    /** Whoever wants the JDK's crypto may have reasons not to have a library loaded. */
    void prepare(@Observes @Initialized(ApplicationScoped.class) Object event) {
        boolean isUnwanted = ConfigProvider.getConfig()
                .getOptionalValue("mintmark.crypto", String.class)
                .filter(value -> value.strip().equalsIgnoreCase(Crypto.JDK.name()))
                .isPresent();
        if (!isUnwanted) {
            thread.execute(crypto::prepare);
        }
    }

    @Override
    public void accept(VertxOptions options) {
        thread.execute(this::fetchKeys);
        thread.shutdown();
    }

    private void fetchKeys() {
        try {
            crypto.make();
            KeyCabinet keys = cabinet.get();
            if (keys.isEphemeral()) {
                Algorithm algorithm = defaults.get().algorithm();
                keys.makeFirstKey(algorithm);
                // A token that nobody gets: before its first, jose4j tries every algorithm of every provider.
                keys.require()
                        .signer(algorithm)
                        .ifPresent(key -> key.sign(Map.of("alg", algorithm.joseName(), "typ", "JWT"), Map.of()));
            }
        } catch (RuntimeException e) {
            // The start itself comes to the same place, and says so.
        }
    }
}
