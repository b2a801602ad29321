package dev.mintmark.advice;

import java.util.Locale;

/** How bad a finding is, from mild to severe. */
public enum Severity {
    /** Explains; nothing is wrong. */
    INFO,
    /** Hygiene and interoperability. */
    LOW,
    /** A weaker defence, or a broken SHOULD. */
    MEDIUM,
    /** An exploitable mistake, or a broken MUST. */
    HIGH,
    /** Somebody can forge, or a secret is public. */
    CRITICAL;

    /** The name on the wire, for example {@code critical}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
