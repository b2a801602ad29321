package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A NumericDate is a number of seconds (RFC 7519 section 2); a token with anything else is not valid. */
class ClaimDatesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "-0, 1970-01-01T00:00:00Z",
        "1300819380, 2011-03-22T18:43:00Z",
        "1300819380.0, 2011-03-22T18:43:00Z",
        "1.30081938E9, 2011-03-22T18:43:00Z",
        "1300819380.5, 2011-03-22T18:43:00.500Z",
        "0.25, 1970-01-01T00:00:00.250Z",
        "-1, 1969-12-31T23:59:59Z",
        "-0.5, 1969-12-31T23:59:59.500Z",
        "-1300819380, 1928-10-12T05:17:00Z",
        "2147483648, 2038-01-19T03:14:08Z",
        "4294967296, 2106-02-07T06:28:16Z",
        "253402300799, 9999-12-31T23:59:59Z",
        "1e-400, 1970-01-01T00:00:00Z"
    })
    void readsADateInSeconds(String number, Instant instant) {
        assertThat(claims("{'exp':" + number + "}").date("exp")).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "''",
                "'1300819380'",
                "'2011-03-22T18:43:00Z'",
                "'hush'",
                "[]",
                "[1300819380]",
                "{}",
                "{'hush':1300819380}",
                "253402300800",
                "-253402300800",
                "1300819380000000",
                "1764000000000",
                "9e99",
                "-9e99",
                "1e12",
                "1e400",
                "-1e400",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551616",
                "123456789012345678901234567890"
            })
    void refusesADateThatIsNoneOrOutOfRange(String value) {
        Claims claims = claims("{'exp':" + value + "}");
        refused("/payload/exp", () -> claims.date("exp"));
        assertThat(claims.value("exp")).isPresent();
    }

    /** Repeated a hundred times: expanding the decimal to its billion digits would be noticed. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1.5e999999999"})
    @Timeout(5)
    void refusesAGiganticDateInNoTime(String number) {
        for (int i = 0; i < 100; i++) {
            Claims claims = claims("{'exp':" + number + "}");
            refused("/payload/exp", () -> claims.date("exp"));
            assertThat(claims.members().json().toString()).hasSizeLessThan(40);
        }
    }

    /** At the limits of BigDecimal the result is a date, a rejection or invalid JSON, never another exception. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e2147483646", "1e2147483647", "1e2147483648", "10e2147483647", "1.5e2147483647", "1e-2147483646",
                "1e-2147483647", "1e-2147483648", "0.1e-2147483647", "-0.5e-2147483647", "0e2147483648", "1e99999999999"
            })
    @Timeout(5)
    void survivesTheLargestExponents(String number) {
        try {
            Claims claims = claims("{'exp':" + number + "}");
            assertThat(claims.members().json().toString()).hasSizeLessThan(40);
            assertThat(claims.date("exp").orElseThrow().getEpochSecond()).isBetween(-1L, 0L);
        } catch (MalformedTokenException e) {
            Leak.assertNone(e, "2147", "999");
        }
    }

    @Test
    @Timeout(5)
    void readsATinyDateInNoTime() {
        assertThat(claims("{'exp':1e-999999999}").date("exp")).contains(Instant.EPOCH);
    }

    private static void refused(String pointer, ThrowingCallable reading) {
        assertThatExceptionOfType(MalformedTokenException.class)
                .isThrownBy(reading)
                .satisfies(e -> assertThat(e.pointer()).isEqualTo(pointer))
                .satisfies(e -> Leak.assertNone(e, "hush"));
    }

    private static Claims claims(String json) {
        return Claims.parse(json.replace('\'', '"').getBytes(UTF_8));
    }
}
