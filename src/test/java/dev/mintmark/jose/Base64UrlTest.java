package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Base64UrlTest {

    /** Another encoding of the bytes of {@code QUJDRA}, or of no bytes. */
    static Stream<Arguments> foreignSpellings() {
        return Stream.of(
                argumentSet("padding", "QUJDRA=="),
                argumentSet("half the padding", "QUJDRA="),
                argumentSet("padding alone", "="),
                argumentSet("plus", "QUJ+"),
                argumentSet("slash", "QUJ/"),
                argumentSet("space within", "QUJD RA"),
                argumentSet("space before", " QUJDRA"),
                argumentSet("space after", "QUJDRA "),
                argumentSet("line feed after", "QUJDRA\n"),
                argumentSet("carriage return within", "QUJD\rRA"),
                argumentSet("tab", "QUJD\tRA"),
                argumentSet("NUL", "QUJDRA\0"),
                argumentSet("question mark", "QUJ?"),
                argumentSet("number sign", "QUJ#"),
                argumentSet("percent", "QUJDRA%3D"),
                argumentSet("dot", "QUJD.RA"),
                argumentSet("letter beyond ASCII", "QUJ\u00e9"),
                argumentSet("letter whose low byte is in the alphabet", "QUJ\u0141"),
                argumentSet("half a surrogate pair", "QUJ\ud83d"),
                argumentSet("one unused bit set", "QUJDRB"),
                argumentSet("all unused bits set", "QUJDRP"),
                argumentSet("two unused bits set", "QUL"),
                argumentSet("length 1", "Q"),
                argumentSet("length 5", "QUJDR"),
                argumentSet("length 1 and padding", "QUJDR==="));
    }

    @ParameterizedTest
    @MethodSource("foreignSpellings")
    void refusesEverySpellingButTheCanonicalOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Base64Url.decode(text))
                .satisfies(e -> Leak.assertNone(e, text))
                .withNoCause();
    }

    @Test
    void decodesTheEmptyTextToNoBytes() {
        assertThat(Base64Url.decode("")).isEmpty();
        assertThat(Base64Url.encode(new byte[0])).isEmpty();
    }

    /** The example of RFC 7515 appendix C, with both characters that differ from base64. */
    @Test
    void encodesTheExampleOfRfc7515() {
        byte[] bytes = {3, (byte) 236, (byte) 255, (byte) 224, (byte) 193};
        assertThat(Base64Url.encode(bytes)).isEqualTo("A-z_4ME");
        assertThat(Base64Url.decode("A-z_4ME")).isEqualTo(bytes);
    }

    @Test
    void roundTripsBytesOfEveryLength() {
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base64Url.encode(bytes);
            assertThat(text).matches("[A-Za-z0-9_-]*");
            assertThat(Base64Url.decode(text)).isEqualTo(bytes);
        }
    }
}
