package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads durations: seconds as a number, {@code 15m}, {@code 2h30m}, {@code 30d}, {@code PT15M}. */
public final class Durations {
    /** A thousand years. The policy has a much lower limit. */
    private static final Duration MAX_LENGTH = Duration.ofDays(365_250);

    /** The number of digits is bounded, so that no number overflows. */
    private static final Pattern UNITS =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,12})s)?");

    /** The same units in ISO 8601: no sign, no fraction, no month or year, whose length varies. */
    private static final Pattern ISO_8601 =
            Pattern.compile("P(?=.)(?:(\\d{1,9})D)?(?:T(?=.)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,12})S)?)?");

    private static final int MAX_TEXT = 40;

    private Durations() {}

    /**
     * Reads a duration of whole seconds, not negative.
     *
     * @throws MalformedRequestException with the given pointer
     */
    static Duration parse(String pointer, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return bounded(pointer, Duration.ofSeconds(value.asLong()));
        }
        if (value.isTextual()) {
            return parse(pointer, value.asText());
        }
        throw malformed(pointer);
    }

    /**
     * Reads a duration of whole seconds, not negative.
     *
     * @throws MalformedRequestException with the given pointer
     */
    public static Duration parse(String pointer, String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw malformed(pointer);
        }
        Matcher units = (text.startsWith("P") ? ISO_8601 : UNITS).matcher(text);
        if (!units.matches()) {
            throw malformed(pointer);
        }
        return bounded(
                pointer,
                Duration.ofDays(number(units.group(1)))
                        .plusHours(number(units.group(2)))
                        .plusMinutes(number(units.group(3)))
                        .plusSeconds(number(units.group(4))));
    }

    private static long number(@Nullable String digits) {
        return Stream.ofNullable(digits).mapToLong(Long::parseLong).sum();
    }

    private static Duration bounded(String pointer, Duration duration) {
        if (duration.isNegative() || duration.compareTo(MAX_LENGTH) > 0) {
            throw new MalformedRequestException(
                    pointer, "A duration must be whole seconds, not negative, and at most a thousand years");
        }
        return duration;
    }

    private static MalformedRequestException malformed(String pointer) {
        return new MalformedRequestException(
                pointer, "A duration is seconds as a number, \"15m\", \"2h30m\", \"30d\", or ISO 8601 as in \"PT15M\"");
    }
}
