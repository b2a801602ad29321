package dev.mintmark.app;

import dev.mintmark.app.settings.CryptoProvider;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.jose.NativeCrypto;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Chooses the crypto provider once, before the first key is created, and logs the choice. */
@Singleton
public final class CryptoSetup {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.crypto");

    private final Instance<MintmarkSettings> settings;
    private boolean isMade;

    CryptoSetup(Instance<MintmarkSettings> settings) {
        this.settings = settings;
    }

    /** Loads native crypto before the settings are read, so that {@link #make()} does not wait for it. Logs nothing. */
    public synchronized void prepare() {
        if (!isMade) {
            var unused = NativeCrypto.install();
        }
    }

    /**
     * Makes the choice unless it is made; waits for a concurrent call.
     *
     * @throws IllegalStateException if native crypto is required but not available
     */
    public synchronized void make() {
        if (!isMade) {
            choose(settings.get().crypto());
            isMade = true;
        }
    }

    private static void choose(CryptoProvider wanted) {
        if (wanted == CryptoProvider.JDK) {
            NativeCrypto.remove();
            LOG.info("Signatures are made by the JDK, because of mintmark.crypto");
            return;
        }
        Optional<String> absence = NativeCrypto.install();
        if (absence.isPresent() && wanted == CryptoProvider.NATIVE) {
            throw new IllegalStateException("mintmark.crypto=native, but native crypto is not available: "
                    + absence.get() + ". Make it available, or set mintmark.crypto to auto or jdk");
        }
        LOG.info(absence.map(
                        reason -> "Signatures are made by the JDK, because native crypto is not available: " + reason)
                .orElse("Signatures are made by native code (Amazon Corretto Crypto Provider)"));
    }
}
