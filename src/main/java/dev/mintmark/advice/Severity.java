package dev.mintmark.advice;

import java.util.Locale;

/** The severity of a finding, in ascending order. */
public enum Severity {
    /** An explanation; nothing is wrong. */
    INFO,
    /** Hygiene or interoperability. */
    LOW,
    /** A weaker defence, or a broken SHOULD. */
    MEDIUM,
    /** An exploitable mistake, or a broken MUST. */
    HIGH,
    /** Tokens can be forged, or a secret is public. */
    CRITICAL;

    /** The name on the wire, for example {@code critical}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
