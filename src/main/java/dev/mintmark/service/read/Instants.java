package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads instants: epoch seconds, ISO 8601 with an offset, or relative: {@code now}, {@code -5m}. */
public final class Instants {
    /** The last second of the year 9999, beyond which ISO 8601 has no agreed form. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    private static final int MAX_TEXT = 40;

    private final Clock clock;

    public Instants(Clock clock) {
        this.clock = clock;
    }

    /** Returns the current time in whole seconds. */
    public Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    /**
     * Reads an instant of whole seconds; a fraction in ISO 8601 is dropped.
     *
     * @throws MalformedRequestException with the given pointer
     */
    public Instant parse(String pointer, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return bounded(pointer, value.asLong());
        }
        if (value.isTextual() && value.asText().length() <= MAX_TEXT) {
            return parse(pointer, value.asText());
        }
        throw malformed(pointer);
    }

    private Instant parse(String pointer, String text) {
        if (text.equals("now")) {
            return now();
        }
        if (text.startsWith("+")) {
            return now().plus(Durations.parse(pointer, text.substring(1)));
        }
        if (text.startsWith("-")) {
            return now().minus(Durations.parse(pointer, text.substring(1)));
        }
        try {
            return bounded(pointer, OffsetDateTime.parse(text).toEpochSecond());
        } catch (DateTimeParseException e) {
            throw malformed(pointer);
        }
    }

    private static Instant bounded(String pointer, long seconds) {
        if (seconds > MAX_SECONDS && seconds <= MAX_SECONDS * 1000) {
            throw new MalformedRequestException(
                    pointer, "The number looks like milliseconds. An instant is epoch seconds: " + seconds / 1000);
        }
        if (seconds < -MAX_SECONDS || seconds > MAX_SECONDS) {
            throw malformed(pointer);
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static MalformedRequestException malformed(String pointer) {
        return new MalformedRequestException(
                pointer,
                "An instant is epoch seconds before the year 10000, ISO 8601 with an offset, \"now\", \"+30s\" or"
                        + " \"-5m\"");
    }
}
