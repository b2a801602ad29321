package dev.mintmark.app.settings;

/** Whose code may sign and verify. */
public enum CryptoProvider {
    /** Native code where it loads, else the JDK's. */
    AUTO,
    /** The JDK's alone. */
    JDK,
    /** Native code, or no start. */
    NATIVE
}
