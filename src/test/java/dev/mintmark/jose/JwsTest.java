package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JwsTest {

    @Test
    void assemblesThreeArbitraryParts() {
        byte[] header = "{".getBytes(US_ASCII);
        byte[] payload = {};
        byte[] signature = {-1, -2, -3};
        assertThat(Jws.assemble(header, payload, signature)).isEqualTo("ew..__79");
    }

    @Test
    void signsTheTextBeforeTheSecondDot() {
        byte[] header = "{}".getBytes(US_ASCII);
        byte[] payload = "p".getBytes(US_ASCII);
        assertThat(Jws.signingInput(header, payload)).isEqualTo("e30.cA".getBytes(US_ASCII));
        assertThat(Jws.assemble(header, payload, new byte[0])).isEqualTo("e30.cA.");
    }
}
