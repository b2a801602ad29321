package dev.mintmark.drills;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The groups of the catalogue, in its order. */
public enum DrillGroup {
    CONTROLS("Controls that must be accepted"),
    SIGNATURE("Signature"),
    ALGORITHM("Algorithm"),
    NAMED_KEYS("Keys named by the token"),
    STRUCTURE("crit, b64, nesting and encryption"),
    ENCODING("Encoding and JSON"),
    TIME("Dates"),
    CLAIMS("Issuer, audience, kind and rights");

    private final String title;

    DrillGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name in requests and answers, for example {@code named-keys}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DrillGroup> parse(String wireName) {
        return Arrays.stream(values())
                .filter(group -> group.wireName().equals(wireName))
                .findFirst();
    }
}
