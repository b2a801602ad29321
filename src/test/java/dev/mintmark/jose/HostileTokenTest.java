package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that {@link UnverifiedToken} cannot read, or must read at bounded cost. */
class HostileTokenTest {
    private static final String HEADER = encoded("{\"alg\":\"HS256\"}");
    private static final String PAYLOAD = encoded("{\"sub\":\"alice\"}");
    private static final String SIGNATURE = Base64Url.encode(new byte[] {1, 2, 3});

    static Stream<Arguments> unreadable() {
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("white space", " \n"),
                argumentSet("Bearer alone", "Bearer "),
                argumentSet("a quote", "\""),
                argumentSet("two quotes", "\"\""),
                argumentSet("words", "hush hush"),
                argumentSet("one character", "A"),
                argumentSet("a payload first", '.' + PAYLOAD),
                argumentSet("JSON", "{\"hush\":1}"),
                argumentSet("JSON serialization", "{\"payload\":\"" + PAYLOAD + "\"}"),
                argumentSet("a header that is an array", encoded("[\"hush\"]") + '.' + PAYLOAD),
                argumentSet("a header that is text", encoded("\"hush\"") + '.' + PAYLOAD),
                argumentSet("a header that is null", encoded("null") + '.' + PAYLOAD),
                argumentSet("a header that is cut short", encoded("{\"hush\":") + '.' + PAYLOAD),
                argumentSet("60,000 dots", ".".repeat(60_000)),
                argumentSet("64 KiB of nothing", "A".repeat(65_536)),
                argumentSet("a header 50,000 deep", encoded("{\"a\":" + "[".repeat(50_000)) + '.' + PAYLOAD));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Timeout(5)
    void refusesTextWithoutAHeaderObject(String text) {
        assertThatExceptionOfType(MalformedTokenException.class)
                .isThrownBy(() -> UnverifiedToken.read(text))
                .satisfies(e -> assertThat(e.pointer()).isEqualTo("/header"))
                .satisfies(e -> Leak.assertNone(e, "hush", PAYLOAD));
    }

    /** Jackson throws a different exception for these. */
    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1.5e-99999999999999999999", "1e2147483648", "0.1e-2147483648"})
    void survivesAnExponentThatNoNumberHas(String number) {
        String json = "{\"exp\":" + number + "}";
        assertThat(payload(encoded(json)).isMissingNode()).isFalse();
        assertThatExceptionOfType(MalformedTokenException.class)
                .isThrownBy(() -> UnverifiedToken.read(encoded("{\"alg\":1e99999999999}") + '.'))
                .satisfies(e -> Leak.assertNone(e, "999"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 50_000, 500_000})
    @Timeout(5)
    void showsADeepPayloadAsText(int depth) {
        assertThat(payload(encoded("[".repeat(depth))).isTextual()).isTrue();
        assertThat(payload(encoded("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)))
                        .isTextual())
                .isTrue();
        assertThat(payload(encoded("[".repeat(64) + "]".repeat(64))).isArray()).isTrue();
    }

    @Test
    @Timeout(5)
    void readsAHeaderBefore60000Dots() {
        UnverifiedToken token = UnverifiedToken.read(HEADER + ".".repeat(60_000));
        assertThat(token.encrypted()).isFalse();
        assertThat(token.payload()).isEmpty();
    }

    private static JsonNode payload(String segment) {
        return UnverifiedToken.read(HEADER + '.' + segment + '.' + SIGNATURE)
                .payload()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(UTF_8));
    }
}
