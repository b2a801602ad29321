package dev.mintmark.advice;

import dev.mintmark.kinds.Weight;
import java.util.Locale;
import java.util.Optional;

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

    /** The severity that the table of kinds names; empty where a finding does not apply. */
    public static Optional<Severity> of(Weight weight) {
        return switch (weight) {
            case NO -> Optional.empty();
            case INFO -> Optional.of(INFO);
            case LOW -> Optional.of(LOW);
            case MEDIUM -> Optional.of(MEDIUM);
            case HIGH -> Optional.of(HIGH);
            case CRITICAL -> Optional.of(CRITICAL);
        };
    }

    Weight weight() {
        return switch (this) {
            case INFO -> Weight.INFO;
            case LOW -> Weight.LOW;
            case MEDIUM -> Weight.MEDIUM;
            case HIGH -> Weight.HIGH;
            case CRITICAL -> Weight.CRITICAL;
        };
    }

    /** The name on the wire, for example {@code critical}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
