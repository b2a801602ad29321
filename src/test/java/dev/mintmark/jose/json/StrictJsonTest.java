package dev.mintmark.jose.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.mintmark.jose.Leak;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    /** Is part of each invalid text, and must not appear in a message. */
    private static final String MARK = "hush";

    static Stream<Arguments> notStrict() {
        return Stream.of(
                argumentSet("empty", ""),
                argumentSet("white space alone", " \n"),
                argumentSet("a member twice", "{'hush':1,'hush':1}"),
                argumentSet("a member twice, once escaped", "{'a':'hush','\\u0061':1}"),
                argumentSet("a member twice, nested", "{'x':{'hush':1,'hush':2}}"),
                argumentSet("a member twice, in an array", "{'x':[{'hush':1,'hush':2}]}"),
                argumentSet("trailing text", "{'hush':1}hush"),
                argumentSet("trailing object", "{'hush':1}{}"),
                argumentSet("trailing brace", "{'hush':1}}"),
                argumentSet("line feed in a string", "{'a':'hush\n'}"),
                argumentSet("trailing comma", "{'hush':1,}"),
                argumentSet("trailing comma in an array", "{'hush':[1,]}"),
                argumentSet("doubled comma", "{'hush':1,,'b':1}"),
                argumentSet("doubled comma in an array", "['hush',,1]"),
                argumentSet("block comment", "{/*hush*/'a':1}"),
                argumentSet("line comment", "{'a':1}//hush"),
                argumentSet("hash comment", "#hush\n{'a':1}"),
                argumentSet("NaN", "{'hush':NaN}"),
                argumentSet("Infinity", "{'hush':-Infinity}"),
                argumentSet("leading zero", "{'hush':01}"),
                argumentSet("leading plus", "{'hush':+1}"),
                argumentSet("leading point", "{'hush':.5}"),
                argumentSet("trailing point", "{'hush':5.}"),
                argumentSet("hexadecimal", "{'hush':0x1}"),
                argumentSet("single word", "hush"),
                argumentSet("name without quotes", "{hush:1}"),
                argumentSet("foreign escape", "{'hush':'\\x41'}"),
                argumentSet("byte order mark", "\ufeff{'hush':1}"),
                argumentSet("cut short", "{'hush':{'a':1}"),
                argumentSet("exponent beyond 32 bits", "{'hush':1e99999999999}"),
                argumentSet("exponent beyond 64 bits", "{'hush':-1.5e-99999999999999999999}"),
                argumentSet("number of 1,001 digits", "{'hush':" + "1".repeat(1001) + "}"));
    }

    @ParameterizedTest
    @MethodSource("notStrict")
    void refusesWhatIsNotStrictJson(String text) {
        refused(json(text), "is not valid JSON (RFC 8259), or has a member twice");
    }

    @Test
    void refusesSingleQuotes() {
        refused("{'hush':1}".getBytes(UTF_8), "is not valid JSON (RFC 8259), or has a member twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c328", "ff", "c080", "eda080", "f4908080", "e282"})
    void refusesInvalidUtf8(String hex) {
        byte[] bad = java.util.HexFormat.of().parseHex("7b2261223a2268757368" + hex + "227d");
        refused(bad, "is not valid UTF-8 (RFC 8259 8.1) at line 1, column 11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'hush':1}\0", "{'a':'hush\0'}"})
    void refusesZeroBytes(String text) {
        refused(json(text), "has a zero byte, so it is not JSON in UTF-8 (RFC 8259 8.1) at line 1, column 11");
    }

    @Test
    void refusesLoneSurrogates() {
        refused(json("{'hush':'a\\ud800'}"), "has a lone surrogate (RFC 7493 2.1) at line 1, column 11");
    }

    @Test
    void refusesUtf16() {
        byte[] utf16 = "{\"hush\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.parse(utf16));
    }

    private static void refused(byte[] bytes, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.parse(bytes))
                .withMessage(message)
                .withNoCause()
                .satisfies(e -> Leak.assertNone(e, MARK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "['hush']", "'hush'", "1", "true", "null"})
    void refusesAValueThatIsNoObjectWhereOneIsNeeded(String text) {
        assertThat(StrictJson.parse(json(text))).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.object(json(text)))
                .withMessage("is not a JSON object");
    }

    @Test
    void readsSixtyFourLevelsAndNotOneMore() {
        assertThat(StrictJson.parse(nested(64)).toString()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.parse(nested(65)));
        assertThat(StrictJson.object(json("{'a':".repeat(64) + "1" + "}".repeat(64))))
                .isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.parse(json("{'a':".repeat(65) + "1" + "}".repeat(65))));
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 200_000, 1_000_000})
    @Timeout(5)
    void refusesHostileDepthWithoutOverflow(int depth) {
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.parse(nested(depth)));
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.parse(json("{'a':".repeat(depth))));
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "1E+400",
                "-1E-400",
                "0.0",
                "9223372036854775808",
                "-9223372036854775809",
                "123456789012345678901234567890",
                "0.123456789012345678901234567890",
                "1300819380",
                "2147483648"
            })
    void keepsEveryDigitOfANumber(String number) {
        byte[] bytes = json("{'n':" + number + "}");
        assertThat(StrictJson.bytes(StrictJson.object(bytes))).isEqualTo(bytes);
        assertThat(StrictJson.object(bytes).toString().getBytes(UTF_8)).isEqualTo(bytes);
    }

    @Test
    void keepsTheOrderOfMembersAndTextBeyondAscii() {
        byte[] bytes = json("{'z':'\u00fc\u20ac','a':[null,true,{'m':''}]}");
        assertThat(StrictJson.bytes(StrictJson.object(bytes))).isEqualTo(bytes);
        byte[] emoji = json("{'z':'\ud83d\ude00'}");
        assertThat(StrictJson.parse(StrictJson.bytes(StrictJson.object(emoji)))).isEqualTo(StrictJson.parse(emoji));
    }

    @Test
    void ignoresTheWhiteSpaceThatJsonAllows() {
        assertThat(StrictJson.object(json(" \t\r\n{ 'a' :\n1 } \n"))).hasSize(1);
    }

    @Test
    void saysNothingOfAValueThatCannotBeWritten() {
        Object unwritable = Map.of(MARK, new Object());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.bytes(unwritable))
                .satisfies(e -> Leak.assertNone(e, MARK));
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
