package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /** SHA-256 of 00000003 616263, computed elsewhere. */
    @Test
    void isTheBeginningOfASha256() {
        assertThat(Fingerprint.of("abc")).hasToString("d04b72a650ce0f8ce4963330a53ee283");
    }

    @Test
    void tellsListsApartThatRunTogether() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("a", "")).isNotEqualTo(Fingerprint.of("a"));
        assertThat(Fingerprint.of("a", "b")).isEqualTo(Fingerprint.of("a", "b"));
    }

    @Test
    void makesAUuidOfVersion8() {
        UUID uuid = Fingerprint.of("abc").toUuid();

        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid).isEqualTo(Fingerprint.of("abc").toUuid());
    }
}
