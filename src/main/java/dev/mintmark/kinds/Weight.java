package dev.mintmark.kinds;

import java.util.Arrays;
import java.util.Locale;

/** How much a finding matters for a kind of token; {@code NO} says that it does not apply. */
public enum Weight {
    NO,
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** @throws IllegalArgumentException if the tables name no weight */
    static Weight parse(String name) {
        return Arrays.stream(values())
                .filter(weight -> weight.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No weight: " + name));
    }
}
