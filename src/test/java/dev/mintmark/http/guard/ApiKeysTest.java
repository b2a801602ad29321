package dev.mintmark.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.jose.Sha256;
import dev.mintmark.keys.InvalidFileException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void onlyTheKeyIdentifiesACaller() {
        ApiKeys keys = parse("# callers\n\n" + line("ci", "key-1") + "\r\n  " + line("Shop_2.web-x", "key-2") + "  \n"
                + line("last", "key-3"));

        assertThat(keys.callerOf("key-1")).contains("ci");
        assertThat(keys.callerOf("key-2")).contains("Shop_2.web-x");
        assertThat(keys.callerOf("key-3")).contains("last");
        assertThat(keys.callerOf("key-4")).isEmpty();
        assertThat(keys.callerOf("")).isEmpty();
        assertThat(keys.callerOf("ci")).isEmpty();
        assertThat(keys.callerOf(hash("key-1"))).isEmpty();
        assertThat(keys.size()).isEqualTo(3);
    }

    @Test
    void hexMayHaveEitherCaseAndAKeyAnyOctets() {
        ApiKeys keys = parse(
                line("upper", "key-1").replace(hash("key-1"), hash("key-1").toUpperCase(java.util.Locale.ROOT)) + "\n"
                        + line("umlaut", "schlüssel"));

        assertThat(keys.callerOf("key-1")).contains("upper");
        // A server decodes the octets of a header field as Latin-1.
        String received = new String("schlüssel".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(keys.callerOf(received)).contains("umlaut");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            secret-key                | Line 3 is not
            ci:secret-key             | Line 3 is not
            ci                        | Line 3 is not
            :DIGEST                   | Line 3 is not
            -ci:DIGEST                | Line 3 is not
            c i:DIGEST                | Line 3 is not
            cï:DIGEST                 | Line 3 is not
            ci:DIGEST0                | Line 3 is not
            ci: DIGEST                | Line 3 is not
            ci=DIGEST                 | Line 3 is not
            ci:DIGEST x               | Line 3 is not
            first:DIGEST              | Line 3 repeats the name
            ci:FIRST                  | Line 3 repeats the key
            ci:EMPTY                  | Line 3 has the SHA-256 of an empty key
            """)
    void anInvalidLineIsReportedByItsNumberWithoutItsText(String line, String reason) {
        String wrong =
                line.replace("DIGEST", DIGEST).replace("FIRST", hash("key-1")).replace("EMPTY", hash(""));

        assertThatThrownBy(() -> parse(line("first", "key-1") + "\n#\n" + wrong + "\n"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("the-file: " + reason)
                .message()
                .doesNotContain("secret-key", DIGEST, hash("key-1"));
    }

    @Test
    void aNameIsNoLongerThan64() {
        assertThat(parse("n".repeat(64) + ":" + DIGEST).size()).isEqualTo(1);
        assertThatThrownBy(() -> parse("n".repeat(65) + ":" + DIGEST)).hasMessageContaining("Line 1 is not");
    }

    @Test
    void noCallersAndTooManyAreRefused() {
        assertThatThrownBy(() -> parse("")).hasMessage("the-file: The file lists no callers");
        assertThatThrownBy(() -> parse("# nobody\n\n")).hasMessage("the-file: The file lists no callers");
        assertThat(parse(callers(ApiKeys.MAX_COUNT)).size()).isEqualTo(ApiKeys.MAX_COUNT);
        assertThatThrownBy(() -> parse(callers(ApiKeys.MAX_COUNT + 1)))
                .hasMessage("the-file: The file lists more than 1000 callers");
    }

    @Test
    void binaryContentIsAnInvalidLine() {
        assertThatThrownBy(() -> ApiKeys.parse("the-file", new byte[] {0, 1, (byte) 0xff, '\n'}))
                .hasMessageContaining("Line 1 is not");
        assertThatThrownBy(() -> parse("\ufeff" + line("ci", "key-1"))).hasMessageContaining("Line 1 is not");
    }

    @Test
    void toStringContainsNamesAndNoKeys() {
        assertThat(parse(line("ci", "key-1"))).hasToString("ApiKeys[ci]");
    }

    private static ApiKeys parse(String content) {
        return ApiKeys.parse("the-file", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String callers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line("c" + i, "key-" + i))
                .collect(Collectors.joining("\n"));
    }

    static String line(String name, String key) {
        return name + ":" + hash(key);
    }

    private static String hash(String key) {
        return HexFormat.of().formatHex(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
    }
}
