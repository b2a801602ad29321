package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link RfcVectorsTest} shows that the keys of the RFCs are known. */
class SampleKeysTest {

    @Test
    void readsEachLineOfTheListAsAThumbprint() throws IOException {
        List<String> lines;
        try (InputStream in = SampleKeys.class.getResourceAsStream("sample-key-thumbprints.txt")) {
            lines = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(80).allSatisfy(line -> {
            assertThat(line).matches("[A-Za-z0-9_-]{43} (RSA|EC|OKP|oct) .+");
            assertThat(SampleKeys.contains(line.substring(0, 43))).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void knowsNoFreshKey(Algorithm algorithm) {
        assertThat(SampleKeys.contains(GeneratedKeys.of(algorithm).thumbprint()))
                .isFalse();
    }

    @Test
    void knowsNothingThatIsNoThumbprint() {
        assertThat(SampleKeys.contains("")).isFalse();
        assertThat(SampleKeys.contains("#")).isFalse();
    }
}
