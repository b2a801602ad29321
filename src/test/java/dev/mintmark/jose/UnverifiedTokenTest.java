package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What developers paste, and what can be shown of it; {@link HostileTokenTest} has hostile input. */
class UnverifiedTokenTest {
    private static final String HEADER = encoded("{\"alg\":\"HS256\"}");
    private static final String PAYLOAD = encoded("{\"sub\":\"alice\"}");
    private static final String SIGNATURE = Base64Url.encode(new byte[] {1, 2, 3});
    private static final String TOKEN = HEADER + '.' + PAYLOAD + '.' + SIGNATURE;

    static Stream<Arguments> readable() {
        String padded = Base64.getUrlEncoder().encodeToString("{\"sub\":\"alice\"}".getBytes(UTF_8));
        return Stream.of(
                argumentSet("as it is", TOKEN),
                argumentSet("padding", HEADER + '.' + padded + '.' + SIGNATURE),
                argumentSet(
                        "line breaks within",
                        HEADER + '.' + PAYLOAD.substring(0, 8) + "\n  " + PAYLOAD.substring(8) + '.' + SIGNATURE),
                argumentSet("four parts", TOKEN + ".x"),
                argumentSet("six parts", TOKEN + ".x.x.x"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readsATokenInLooseEncoding(String text) {
        UnverifiedToken token = UnverifiedToken.read(text);
        assertThat(token.header().path("alg").asText()).isEqualTo("HS256");
        assertThat(token.payload().orElseThrow().path("sub").asText()).isEqualTo("alice");
        assertThat(token.signature().orElseThrow()).containsExactly(1, 2, 3);
        assertThat(token.encrypted()).isFalse();
    }

    @Test
    void readsStandardBase64() {
        String payload = Base64.getEncoder().encodeToString("{\"a\":\"\u00ff\u00fe?>\u00ff\"}".getBytes(UTF_8));
        assertThat(payload).containsAnyOf("+", "/");
        assertThat(payload(payload).path("a").asText()).isEqualTo("\u00ff\u00fe?>\u00ff");
    }

    @Test
    void readsATokenWithoutSignature() {
        for (String text : new String[] {HEADER + '.' + PAYLOAD, HEADER + '.' + PAYLOAD + '.'}) {
            UnverifiedToken token = UnverifiedToken.read(text);
            assertThat(token.payload()).isPresent();
            assertThat(token.signature()).isEmpty();
        }
    }

    @Test
    void readsAHeaderAlone() {
        for (String text : new String[] {HEADER, HEADER + '.', HEADER + ".."}) {
            UnverifiedToken token = UnverifiedToken.read(text);
            assertThat(token.payload()).isEmpty();
            assertThat(token.signature()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'alg':'none'}", "{'alg':'XY999'}", "{'alg':null}", "{'alg':5}", "{'alg':'ES256K'}"})
    void readsAnyAlg(String header) {
        String json = header.replace('\'', '"');
        assertThat(UnverifiedToken.read(encoded(json) + '.' + PAYLOAD + '.' + SIGNATURE)
                        .header()
                        .toString())
                .isEqualTo(json);
    }

    @Test
    void readsTheHeaderOfAnEncryptedTokenAndNothingElse() {
        String header = encoded("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}");
        UnverifiedToken token = UnverifiedToken.read(header + "..AAAA.AAAA.AAAA");
        assertThat(token.encrypted()).isTrue();
        assertThat(token.header().path("enc").asText()).isEqualTo("A256GCM");
        assertThat(token.payload()).isEmpty();
        assertThat(token.signature()).isEmpty();
    }

    @Test
    void readsDuplicateMembersTheLastOfWhichStays() {
        UnverifiedToken token = UnverifiedToken.read(
                encoded("{\"alg\":\"none\",\"alg\":\"HS256\"}") + '.' + encoded("{\"sub\":\"a\",\"sub\":\"b\"}") + '.');
        assertThat(token.header().path("alg").asText()).isEqualTo("HS256");
        assertThat(token.payload().orElseThrow().path("sub").asText()).isEqualTo("b");
    }

    @Test
    void keepsEveryDigit() {
        assertThat(payload(encoded("{\"a\":1.10,\"b\":1E+400}")).toString()).isEqualTo("{\"a\":1.10,\"b\":1E+400}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{sub:1}", "{'sub':1,}", "/* c */ {\"sub\":1} x", "\ufeff{\"sub\":1}"})
    void readsWhatOnlyALenientParserTakes(String json) {
        assertThat(payload(encoded(json)).path("sub").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "\"text\"", "true", "null", "12"})
    void readsAPayloadThatIsJsonButNoObject(String json) {
        assertThat(payload(encoded(json)).toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It\u2019s a dangerous business", "{\"cut\":", "%PDF"})
    void readsAPayloadThatIsNoJsonAsText(String text) {
        assertThat(payload(encoded(text)).isTextual()).isTrue();
        assertThat(payload(encoded(text)).asText()).isEqualTo(text);
    }

    @Test
    void omitsAPayloadThatCannotBeDecoded() {
        assertThat(UnverifiedToken.read(HEADER + ".A." + SIGNATURE).payload()).isEmpty();
        assertThat(UnverifiedToken.read(HEADER + '.' + PAYLOAD + ".A").signature())
                .isEmpty();
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
