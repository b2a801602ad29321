package dev.mintmark.app;

import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.tokens.TokenDefaults;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * Chooses crypto and makes the first ephemeral key beside the start, on another processor: they are what the first token
 * waits for. There is no event so early; that Vert.x is about to be made is the first that is heard after the settings
 * are read. Where it is not heard, as by a restart in dev mode, {@link KeyKeeper} does all of it.
 */
@Singleton
final class HeadStart implements VertxOptionsCustomizer {
    private final CryptoChoice crypto;
    private final boolean isEphemeral;
    private final Instance<KeyCabinet> cabinet;
    private final Instance<TokenDefaults> defaults;

    HeadStart(
            MintmarkSettings settings,
            CryptoChoice crypto,
            Instance<KeyCabinet> cabinet,
            Instance<TokenDefaults> defaults) {
        this.crypto = crypto;
        this.isEphemeral = KeyKeeper.directory(settings).isEmpty();
        this.cabinet = cabinet;
        this.defaults = defaults;
    }

    @Override
    public void accept(VertxOptions options) {
        new DaemonThreads("mintmark-head-start").newThread(this::run).start();
    }

    private void run() {
        try {
            crypto.make();
            if (isEphemeral) {
                cabinet.get().makeFirstKey(defaults.get().algorithm());
            }
        } catch (RuntimeException e) {
            // The start itself comes to the same place, and says so.
        }
    }
}
