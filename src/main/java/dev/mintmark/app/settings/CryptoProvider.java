package dev.mintmark.app.settings;

/** The crypto providers that may sign and verify. */
public enum CryptoProvider {
    /** Native code if it loads, else the JDK's. */
    AUTO,
    /** Only the JDK's. */
    JDK,
    /** Only native code; the start fails without it. */
    NATIVE
}
