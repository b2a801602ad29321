package dev.mintmark.app;

import dev.mintmark.app.settings.CryptoProvider;
import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.jose.NativeCrypto;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Chooses once whose code signs and verifies, before there is any key, and says so in the log. */
@Singleton
public final class CryptoSetup {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.crypto");

    private final Instance<MintmarkSettings> settings;
    private boolean isMade;

    CryptoSetup(Instance<MintmarkSettings> settings) {
        this.settings = settings;
    }

    /** Loads native crypto before the settings are read, so that the choice of it need not wait; says nothing. */
    public synchronized void prepare() {
        if (!isMade) {
            var unused = NativeCrypto.install();
        }
    }

    /**
     * Makes the choice if nobody has yet; waits for whoever is about to.
     *
     * @throws IllegalStateException if native crypto is demanded and cannot be had
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
            LOG.info("Signatures are made by the JDK, as mintmark.crypto says");
            return;
        }
        Optional<String> absence = NativeCrypto.install();
        if (absence.isPresent() && wanted == CryptoProvider.NATIVE) {
            throw new IllegalStateException("mintmark.crypto=native, but native crypto cannot be had: " + absence.get()
                    + ". Mend that, or set mintmark.crypto to auto or jdk");
        }
        LOG.info(absence.map(reason -> "Signatures are made by the JDK, as native crypto cannot be had: " + reason)
                .orElse("Signatures are made by native code (Amazon Corretto Crypto Provider)"));
    }
}
