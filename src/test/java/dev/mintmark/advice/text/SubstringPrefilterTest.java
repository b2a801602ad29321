package dev.mintmark.advice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstringPrefilterTest {
    private static final SubstringPrefilter STEMS = SubstringPrefilter.of(List.of("key", "kex", "token", "-----"));

    @ParameterizedTest
    @CsvSource({
        "key, true",
        "the_keys, true",
        "kkey, true",
        "kex, true",
        "keytoke, true",
        "access-token, true",
        "-----BEGIN, true",
        "a------, true",
        "ke, false",
        "toke, false",
        "KEY, false",
        "----key, true",
        "----, false",
        "'', false",
        "\u212aey, false",
        "\u212aey key, true"
    })
    void findsEachStemWhereverItIs(String text, boolean isThere) {
        assertThat(STEMS.isIn(text)).isEqualTo(isThere);
    }
}
