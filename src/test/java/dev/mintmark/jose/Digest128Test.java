package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class Digest128Test {

    /** SHA-256 of 00000003 616263, computed elsewhere. */
    @Test
    void isTheBeginningOfASha256() {
        assertThat(Digest128.of("abc")).hasToString("d04b72a650ce0f8ce4963330a53ee283");
    }

    @Test
    void distinguishesListsWithTheSameConcatenation() {
        assertThat(Digest128.of("ab", "c")).isNotEqualTo(Digest128.of("a", "bc"));
        assertThat(Digest128.of("a", "")).isNotEqualTo(Digest128.of("a"));
        assertThat(Digest128.of("a", "b")).isEqualTo(Digest128.of("a", "b"));
    }

    @Test
    void makesAUuidOfVersion8() {
        UUID uuid = Digest128.of("abc").toUuid();

        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid).isEqualTo(Digest128.of("abc").toUuid());
    }
}
