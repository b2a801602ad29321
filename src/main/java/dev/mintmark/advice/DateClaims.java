package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** Reads NumericDate claims (RFC 7519 section 2) for rules that calculate with them. */
public final class DateClaims {
    /** The last second of the year 9999; a larger number seems to count milliseconds or less. */
    public static final long YEAR_9999 = 253_402_300_799L;

    /** Another rule reports dates out of range; this bound prevents overflow. */
    private static final long EARLIEST = -(1L << 53);

    private DateClaims() {}

    /** The date in whole seconds, however it is written; empty if it is not a number, or seems to count milliseconds. */
    static OptionalLong seconds(JsonNode value) {
        return value.isNumber() && value.canConvertToLong() && value.asLong() <= YEAR_9999
                ? OptionalLong.of(Math.max(EARLIEST, value.asLong()))
                : OptionalLong.empty();
    }
}
