package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a token; the {@code …SignatureTest}s test signatures. */
class UnverifiedJwsTest {
    private static final String HEADER = encoded("{\"alg\":\"HS256\"}");
    private static final String PAYLOAD = encoded("{\"sub\":\"hush\"}");
    private static final String SIGNATURE = Base64Url.encode(new byte[32]);
    private static final String TOKEN = HEADER + '.' + PAYLOAD + '.' + SIGNATURE;

    @Test
    void readsTheThreeParts() {
        UnverifiedJws jws = UnverifiedJws.parse(TOKEN);
        assertThat(jws.header().algorithmName()).isEqualTo("HS256");
        assertThat(jws.unverifiedPayload()).isEqualTo("{\"sub\":\"hush\"}".getBytes(UTF_8));
    }

    @Test
    void readsAnEmptyPayloadAndAnEmptySignature() {
        assertThat(UnverifiedJws.parse(HEADER + ".." + SIGNATURE).unverifiedPayload())
                .isEmpty();
        assertThat(UnverifiedJws.parse(HEADER + '.' + PAYLOAD + '.')).isNotNull();
        assertThat(UnverifiedJws.parse(HEADER + "..")).isNotNull();
    }

    @Test
    void readsAPayloadThatIsNoJson() {
        byte[] payload = {0, -1, 10};
        assertThat(UnverifiedJws.parse(HEADER + '.' + Base64Url.encode(payload) + '.' + SIGNATURE)
                        .unverifiedPayload())
                .isEqualTo(payload);
    }

    /** RFC 7515 A.1 has a line break there. */
    @Test
    void readsWhiteSpaceInsideTheHeadersJson() {
        String header = encoded(" {\r\n \"typ\" : \"JWT\",\n\t\"alg\" : \"HS256\" } ");
        assertThat(UnverifiedJws.parse(header + ".." + SIGNATURE).header().type())
                .contains("jwt");
    }

    static Stream<Arguments> notThreeParts() {
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("one part", HEADER),
                argumentSet("two parts", HEADER + '.' + PAYLOAD),
                argumentSet("four parts", TOKEN + '.' + SIGNATURE),
                argumentSet("a dot at the end", TOKEN + '.'),
                argumentSet("a dot at the start", '.' + TOKEN),
                argumentSet("the five parts of a JWE", TOKEN + '.' + PAYLOAD + '.' + SIGNATURE),
                argumentSet("six parts", TOKEN + "..."),
                argumentSet("60,000 dots", ".".repeat(60_000)),
                argumentSet("60,000 dots after a header", HEADER + ".".repeat(60_000)),
                argumentSet("the flattened JSON serialization", jsonSerialization("hush")));
    }

    @ParameterizedTest
    @MethodSource("notThreeParts")
    @Timeout(5)
    void refusesATokenThatHasNotThreeParts(String token) {
        refused(token, "");
    }

    /** RFC 7515 section 7.2: only the compact form is supported. */
    @Test
    void refusesTheJsonSerializationAlsoWithTwoDotsInIt() {
        refused(jsonSerialization("a.b.c"), "/header");
    }

    private static String jsonSerialization(String keyId) {
        return "{\"payload\":\"%s\",\"protected\":\"%s\",\"header\":{\"kid\":\"%s\"},\"signature\":\"%s\"}"
                .formatted(PAYLOAD, HEADER, keyId, SIGNATURE);
    }

    static Stream<Arguments> nonCanonical() {
        List<String> parts = List.of(HEADER, PAYLOAD, SIGNATURE);
        List<String> pointers = List.of("/header", "/payload", "/signature");
        return Stream.of(0, 1, 2)
                .flatMap(i -> misspelt(parts.get(i)).map(bad -> {
                    String token = Stream.of(0, 1, 2)
                            .map(j -> i.equals(j) ? bad : parts.get(j))
                            .reduce((a, b) -> a + '.' + b)
                            .orElseThrow();
                    return Arguments.of(pointers.get(i), token);
                }));
    }

    private static Stream<String> misspelt(String part) {
        String cut = part.substring(0, part.length() - 1);
        return Stream.of(
                part + '=',
                part + "==",
                part + '\n',
                part + "\r\n",
                part + ' ',
                ' ' + part,
                '\n' + part,
                part + '\0',
                cut + '+',
                cut + '/',
                cut + '?',
                cut + '#',
                cut + '\u00e9',
                part.substring(0, 4) + ' ' + part.substring(4),
                part.substring(0, 4) + '\n' + part.substring(4),
                part.substring(0, part.length() - part.length() % 4) + 'A');
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("nonCanonical")
    void refusesASegmentThatIsNotCanonicalBase64url(String pointer, String token) {
        refused(token, pointer);
    }

    /** Wycheproof's tcId 375: the same signature bytes in a second encoding. */
    @Test
    void refusesASignatureWithUnusedBitsSet() {
        assertThat(SIGNATURE).endsWith("A");
        refused(HEADER + '.' + PAYLOAD + '.' + SIGNATURE.substring(0, 42) + 'B', "/signature");
    }

    static final List<String> NO_OBJECTS = List.of("", "[]", "\"hush\"", "null", "1", "{", "{\"alg\":\"HS256\"}hush");

    @ParameterizedTest
    @FieldSource("NO_OBJECTS")
    void refusesAHeaderThatIsNoJsonObject(String header) {
        refused(encoded(header) + '.' + PAYLOAD + '.' + SIGNATURE, "/header");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 50_000})
    void refusesADeepHeader(int depth) {
        refused(encoded("{\"a\":" + "[".repeat(depth)) + '.' + PAYLOAD + '.' + SIGNATURE, "/header");
    }

    private static void refused(String token, String pointer) {
        assertThatExceptionOfType(MalformedTokenException.class)
                .isThrownBy(() -> UnverifiedJws.parse(token))
                .satisfies(e -> assertThat(e.pointer()).isEqualTo(pointer))
                .satisfies(e -> Leak.assertNone(e, HEADER, PAYLOAD, SIGNATURE, "hush"));
    }

    @Test
    void returnsACopyOfItsPayload() {
        UnverifiedJws jws = UnverifiedJws.parse(TOKEN);
        jws.unverifiedPayload()[0] = 'X';
        assertThat(jws.unverifiedPayload()[0]).isEqualTo((byte) '{');
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(UTF_8));
    }
}
