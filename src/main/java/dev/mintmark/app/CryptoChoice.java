package dev.mintmark.app;

import dev.mintmark.jose.NativeCrypto;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Chooses once whose code signs and verifies, before there is any key, and says so in the log and in metrics. */
@Singleton
final class CryptoChoice {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.crypto");

    CryptoChoice(MintmarkSettings settings, MeterRegistry metrics) {
        choose(settings.crypto());
        Gauge.builder("mintmark.crypto.info", () -> 1)
                .description("Whose code signs and verifies")
                .tag("crypto", NativeCrypto.isInstalled() ? "native" : "jdk")
                .register(metrics);
    }

    private static void choose(Crypto wanted) {
        if (wanted == Crypto.JDK) {
            NativeCrypto.remove();
            LOG.info("Signatures are made by the JDK, as mintmark.crypto says");
            return;
        }
        Optional<String> absence = NativeCrypto.install();
        if (absence.isPresent() && wanted == Crypto.NATIVE) {
            throw new IllegalStateException("mintmark.crypto=native, but native crypto cannot be had: " + absence.get()
                    + ". Mend that, or set mintmark.crypto to auto or jdk");
        }
        LOG.info(absence.map(reason -> "Signatures are made by the JDK, as native crypto cannot be had: " + reason)
                .orElse("Signatures are made by native code (Amazon Corretto Crypto Provider)"));
    }
}
