package dev.mintmark.service.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.service.RejectedRequests;
import dev.mintmark.service.Requests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00.750Z");

    private final Instants instants = new Instants(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void nowIsInWholeSeconds() {
        assertThat(instants.now()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(instants.parse("", TextNode.valueOf("now"))).isEqualTo("2026-11-24T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1795510800, 2026-11-24T09:00:00Z",
        "253402300799, 9999-12-31T23:59:59Z",
        "'\"2026-11-24T09:00:00Z\"', 2026-11-24T09:00:00Z",
        "'\"2026-11-24T09:00:00.999Z\"', 2026-11-24T09:00:00Z",
        "'\"2026-11-24T09:00:00+01:00\"', 2026-11-24T08:00:00Z",
        "'\"2026-11-24T09:00:00-05:30\"', 2026-11-24T14:30:00Z",
        "'\"9999-12-31T23:59:59Z\"', 9999-12-31T23:59:59Z",
        "'\"+30s\"', 2026-11-24T09:00:30Z",
        "'\"-5m\"', 2026-11-24T08:55:00Z",
        "'\"-2h30m\"', 2026-11-24T06:30:00Z",
        "'\"+30d\"', 2026-12-24T09:00:00Z",
        "'\"+PT1H\"', 2026-11-24T10:00:00Z",
        "'\"+0s\"', 2026-11-24T09:00:00Z",
    })
    void readsEpochSecondsIso8601AndRelativeInstants(String json, Instant expected) {
        assertThat(instants.parse("/issued_at", Requests.json(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "1795510800.0",
                "1e9",
                "1795510800000",
                "253402300800",
                "-253402300800",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775807",
                "-9223372036854775808",
                "-9223372036854775809",
                "true",
                "null",
                "[]",
                "{}"
            })
    void rejectsNumbersOutOfRangeAndOtherJson(String json) {
        RejectedRequests.malformed("/issued_at", () -> instants.parse("/issued_at", Requests.json(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Now",
                "now ",
                "tomorrow",
                "1795510800",
                "2026-11-24",
                "2026-11-24T09:00:00",
                "2026-11-24 09:00:00Z",
                "2026-02-30T09:00:00Z",
                "2026-11-24T25:00:00Z",
                "2026-11-24T09:00:00Z[Europe/Berlin]",
                "2026-11-24T09:00:00+25:00",
                "٢٠٢٦-11-24T09:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "+",
                "-",
                "+5",
                "+-5m",
                "--5m",
                "+PT-5M",
                "+now",
                "+ 5m",
                "+٥m",
                "+999999999d",
                "now+5m"
            })
    void rejectsTextsThatAreNotInstants(String text) {
        RejectedRequests.malformed("/issued_at", () -> instants.parse("/issued_at", TextNode.valueOf(text)));
    }

    @Test
    void rejectsLongTextsUnreadAndDoesNotRepeatThem() {
        String zeros = "0".repeat(38);
        assertThat(instants.parse("", TextNode.valueOf("2026-11-24T09:00:00." + "0".repeat(9) + "+00:00:00")))
                .isEqualTo("2026-11-24T09:00:00Z");
        RejectedRequests.malformed("", () -> instants.parse("", TextNode.valueOf("+" + zeros + "0s")));
        RejectedRequests.malformed("", () -> instants.parse("", TextNode.valueOf(RejectedRequests.CANARY)));
        RejectedRequests.malformed("", () -> instants.parse("", TextNode.valueOf("2".repeat(1_000_000))));
    }
}
