package dev.mintmark;

import dev.mintmark.jose.NativeCrypto;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Chooses for the tests of single rooms what the service chooses at its start: native crypto where it is to be had, and
 * the JDK's in the second run, which sets {@code mintmark.crypto}.
 */
public final class NativeCryptoSession implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!isJdk()) {
            NativeCrypto.install();
        }
    }

    /** Whether this is the run with the JDK's crypto. */
    public static boolean isJdk() {
        return "jdk".equals(System.getProperty("mintmark.crypto"));
    }
}
