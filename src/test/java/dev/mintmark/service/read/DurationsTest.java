package dev.mintmark.service.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.service.RejectedRequests;
import dev.mintmark.service.Requests;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    private static final long THOUSAND_YEARS = 365_250L * 86_400;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "900, 900",
        "31557600000, 31557600000",
        "'\"15m\"', 900",
        "'\"2h30m\"', 9000",
        "'\"30d\"', 2592000",
        "'\"1d2h3m4s\"', 93784",
        "'\"90s\"', 90",
        "'\"0s\"', 0",
        "'\"120m\"', 7200",
        "'\"007m\"', 420",
        "'\"PT15M\"', 900",
        "'\"PT2H30M\"', 9000",
        "'\"P1D\"', 86400",
        "'\"P1DT2H3M4S\"', 93784",
    })
    void readsSecondsUnitsAndIso8601(String json, long seconds) {
        assertThat(Durations.parse("/expires_in", Requests.json(json))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "900.0",
                "9e2",
                "true",
                "null",
                "{}",
                "[]",
                "[900]",
                "-1",
                "-9223372036854775808",
                "9223372036854775807",
                "9223372036854775808",
                "31557600001"
            })
    void rejectsNumbersOutOfRangeFractionsAndOtherJson(String json) {
        RejectedRequests.malformed("/expires_in", () -> Durations.parse("/expires_in", Requests.json(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "900",
                "m",
                "15",
                "15 m",
                " 15m",
                "15m ",
                "15m\n",
                "15M",
                "1.5h",
                "-15m",
                "+15m",
                "30m2h",
                "5m5m",
                "15min",
                "1w",
                "١٥m",
                "１５m",
                "15m\u0000",
                "0x10s",
                "1e3s",
                "9999999999d",
                "365251d",
                "999999999d",
                "9999999999999s"
            })
    void rejectsUnitsThatAreMisspelledOutOfOrderSignedOrTooLarge(String text) {
        RejectedRequests.malformed("/expires_in", () -> Durations.parse("/expires_in", TextNode.valueOf(text)));
    }

    /** {@link Duration#parse} takes most of these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "P",
                "PT",
                "P1DT",
                "P1Y",
                "P1M",
                "P1W",
                "pt15m",
                "Pt15m",
                "-PT15M",
                "PT-15M",
                "PT+15M",
                "PT1H-5M",
                "PT0.5S",
                "PT1.000S",
                "PT1,5S",
                "P٣D",
                "PT15M ",
                "P365251D",
                "PT9223372036854775807S",
                "PT9223372036854775808S",
                "P9223372036854775807D",
                "PT99999999999999999999H"
            })
    void rejectsIso8601WithSignsFractionsOtherUnitsOrOverflow(String text) {
        RejectedRequests.malformed("/expires_in", () -> Durations.parse("/expires_in", text));
    }

    @Test
    void acceptsAThousandYearsAtMost() {
        assertThat(Durations.parse("", "365250d")).hasSeconds(THOUSAND_YEARS);
        assertThat(Durations.parse("", "P365250D")).hasSeconds(THOUSAND_YEARS);
        assertThat(Durations.parse("", THOUSAND_YEARS + "s")).hasSeconds(THOUSAND_YEARS);
        RejectedRequests.malformed("", () -> Durations.parse("", "365250d1s"));
    }

    @Test
    void rejectsLongTextsUnreadAndDoesNotRepeatThem() {
        String zeros = "0".repeat(12);
        assertThat(Durations.parse("", "PT" + zeros + "S")).isZero();
        RejectedRequests.malformed("", () -> Durations.parse("", "PT" + zeros + "0S"));
        RejectedRequests.malformed("", () -> Durations.parse("", RejectedRequests.CANARY));
        RejectedRequests.malformed("", () -> Durations.parse("", "9".repeat(1_000_000) + "d"));
    }
}
