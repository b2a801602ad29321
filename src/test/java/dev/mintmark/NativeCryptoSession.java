package dev.mintmark;

import dev.mintmark.jose.NativeCrypto;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Selects the crypto implementation for unit tests as the service does at start-up: native crypto if available, and
 * that of the JDK in the second run, which sets {@code mintmark.crypto}.
 */
public final class NativeCryptoSession implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!isJdk()) {
            NativeCrypto.install();
        }
    }

    /** Whether this is the run with the crypto of the JDK. */
    public static boolean isJdk() {
        return "jdk".equals(System.getProperty("mintmark.crypto"));
    }
}
