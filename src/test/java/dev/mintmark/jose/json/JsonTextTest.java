package dev.mintmark.jose.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\\uD83D\\uDE00\\u0041\"}",
                "{\"a\":\"\\\\ud800\"}",
                "{\"a\":\"\ud83d\ude00 \u20ac \u00e9\"}",
                "\"\\u\"",
                "\"\\uzzzz\""
            })
    void findsNothingInSoundText(String json) {
        assertThat(JsonText.error(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** The column is that of the first wrong byte, or of the backslash. */
    @ParameterizedTest
    @CsvSource({
        "\\ud800, 1, 1",
        "ab\\udc00, 1, 3",
        "\\ud800\\ud800, 1, 1",
        "\\ud800\\u0041, 1, 1",
        "\\ude00\\ud83d, 1, 1",
        "\\ud83d\\ude00\\udfff, 1, 13",
        "\\\\\\uDBFF, 1, 3"
    })
    void findsLoneSurrogates(String text, int line, int column) {
        JsonText.EncodingError error =
                JsonText.error(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(error.detail()).isEqualTo("has a lone surrogate (RFC 7493 2.1) at line %d, column %d", line, column);
    }

    /** Overlong forms, surrogates, continuation bytes alone, cut sequences, values over U+10FFFF. */
    @ParameterizedTest
    @ValueSource(strings = {"c181", "eda080", "80", "e282", "f4908080", "fe", "ff", "c0af"})
    void findsBytesThatAreNotUtf8(String hex) {
        byte[] bad = HexFormat.of().parseHex(hex);
        byte[] json = new byte[5 + bad.length];
        System.arraycopy("{\n\"ab".getBytes(StandardCharsets.US_ASCII), 0, json, 0, 5);
        System.arraycopy(bad, 0, json, 5, bad.length);
        JsonText.EncodingError error = JsonText.error(json).orElseThrow();
        assertThat(error.detail()).isEqualTo("is not valid UTF-8 (RFC 8259 8.1) at line 2, column 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.parse(json))
                .withMessage(error.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void findsOtherEncodings(String charset) {
        assertThat(JsonText.error(new byte[] {'{', 0, '}', 0}).orElseThrow().detail())
                .isEqualTo("has a zero byte, so it is not JSON in UTF-8 (RFC 8259 8.1) at line 1, column 2");
        assertThat(JsonText.error("{\"a\":1}".getBytes(Charset.forName(charset))))
                .isPresent();
    }

    @Test
    void findsAnErrorBehindMuchSoundText() {
        String text = "\u00e9".repeat(100_000);
        assertThat(JsonText.error(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(JsonText.error((text + "\\ud800").getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .offset())
                .isEqualTo(200_000);
        byte[] cut = (text + "\u00e9").getBytes(StandardCharsets.UTF_8);
        assertThat(JsonText.error(java.util.Arrays.copyOf(cut, cut.length - 1))
                        .orElseThrow()
                        .offset())
                .isEqualTo(200_000);
    }
}
