package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmTest {

    @ParameterizedTest
    @EnumSource
    void parsesItsOwnName(Algorithm algorithm) {
        assertThat(Algorithm.parse(algorithm.joseName())).contains(algorithm);
    }

    @Test
    void hasTwoNamesForEd25519() {
        assertThat(Algorithm.parse("EdDSA")).contains(Algorithm.EDDSA);
        assertThat(Algorithm.parse("Ed25519")).contains(Algorithm.EDDSA);
        assertThat(Algorithm.EDDSA.joseName()).isEqualTo("EdDSA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "None",
                "NONE",
                "nOnE",
                "hs256",
                "Hs256",
                "HS256 ",
                " HS256",
                "HS1",
                "RS1",
                "ES256K",
                "ES521",
                "EDDSA",
                "eddsa",
                "ed25519",
                "Ed448",
                "A256KW",
                "RSA-OAEP",
                "dir",
                "ML-DSA-44"
            })
    void knowsNoOtherName(String name) {
        assertThat(Algorithm.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HS256, 256, 32",
        "HS384, 384, 48",
        "HS512, 512, 64",
        "RS256, 2048, 0",
        "RS384, 2048, 0",
        "RS512, 2048, 0",
        "PS256, 2048, 0",
        "PS384, 2048, 0",
        "PS512, 2048, 0",
        "ES256, 256, 64",
        "ES384, 384, 96",
        "ES512, 521, 132",
        "EdDSA, 256, 64"
    })
    void statesTheSmallestKeyAndTheSignaturesLength(String name, int bits, int bytes) {
        Algorithm algorithm = Algorithm.parse(name).orElseThrow();
        assertThat(algorithm.smallestKeyBits()).isEqualTo(bits);
        assertThat(algorithm.signatureBytes()).isEqualTo(bytes);
    }
}
