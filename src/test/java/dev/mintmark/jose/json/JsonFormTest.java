package dev.mintmark.jose.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.json.JsonForm.Flaw;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormTest {
    private static JsonForm read(String json) {
        return JsonForm.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsNothingWrongWithStrictJson() {
        JsonForm form = read("{\"a\":{\"b\":[1]}}");
        assertThat(form.flaws()).isEmpty();
        assertThat(form.duplicates()).isEmpty();
        assertThat(form.depth()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1} x | TRAILING_TEXT",
                "{\"a\":1,} | EXTENDED",
                "{\"a\":1,,\"b\":2} | UNREADABLE",
                "[1,,2] | EXTENDED",
                "{\"a\":NaN} | EXTENDED",
                "{/*c*/\"a\":1} | EXTENDED",
                "{\"a\": | UNREADABLE"
            })
    void namesHowJsonStrays(String json, Flaw flaw) {
        assertThat(read(json).flaws()).containsExactly(flaw);
    }

    @Test
    void namesInvalidUtf8AndReadsTheRest() {
        JsonForm form = JsonForm.read(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'});
        assertThat(form.flaws()).containsExactly(Flaw.INVALID_UTF8);
        assertThat(form.value()).isPresent();
    }

    @Test
    void namesAByteOrderMark() {
        assertThat(read("\ufeff{}").flaws()).containsExactly(Flaw.BYTE_ORDER_MARK);
    }

    @Test
    void pointsAtDuplicateNamesAlsoWhenEscaped() {
        JsonForm form = read("{\"alg\":1,\"\\u0061lg\":2,\"a\":[{\"x/y\":1,\"x/y\":2}]}");
        assertThat(form.flaws()).isEmpty();
        assertThat(form.duplicates()).containsExactly("/alg", "/a/0/x~1y");
        assertThat(form.value().orElseThrow().path("alg").asInt()).isEqualTo(2);
    }

    @Test
    void measuresJsonThatIsTooDeepToBeRead() {
        JsonForm form = read("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        assertThat(form.depth()).isEqualTo(5_001);
        assertThat(form.value()).isEmpty();
    }

    @Test
    void doesNotCountBracketsInStrings() {
        assertThat(read("{\"a\":\"[[\\\"[[\"}").depth()).isEqualTo(1);
    }

    /** What JSON cannot express is shown as text, so that a report of the token can be written. */
    @Test
    void makesEveryValueWritable() {
        JsonForm form = JsonForm.read("{'a':NaN,'b':[-Infinity,{'c':+INF}],'d':\"x\\ud800\",'\\udc00e':1}"
                .replace('\'', '"')
                .getBytes(UTF_8));
        assertThat(StrictJson.parse(StrictJson.bytes(form.value().orElseThrow())))
                .isEqualTo(form.value().get());
        assertThat(form.value().get().path("a").asText()).isEqualTo("NaN");
        assertThat(form.value().get().path("d").asText()).isEqualTo("x\ufffd");
        assertThat(form.flaws()).contains(JsonForm.Flaw.EXTENDED, JsonForm.Flaw.LONE_SURROGATE);
    }
}
