package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JwkWriterTest {

    /** RFC 7638 section 3: the required members alone, in this order, without white space. */
    @ParameterizedTest
    @CsvSource({"HS256, k kty", "RS256, e kty n", "ES256, crv kty x y", "ES512, crv kty x y", "EDDSA, crv kty x"})
    void makesTheThumbprintOverTheRequiredMembers(Algorithm algorithm, String members) throws Exception {
        ObjectNode json = Keys.privateJson(algorithm);
        StringBuilder canonical = new StringBuilder();
        for (String member : members.split(" ")) {
            canonical.append(canonical.isEmpty() ? "{" : ",");
            canonical.append("\"%s\":\"%s\"".formatted(member, json.path(member).asText()));
        }
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(canonical.append('}').toString().getBytes(StandardCharsets.UTF_8));
        assertThat(GeneratedKeys.of(algorithm).thumbprint()).isEqualTo(Base64Url.encode(hash));
        assertThat(GeneratedKeys.bare(algorithm).thumbprint()).isEqualTo(Base64Url.encode(hash));
    }

    @ParameterizedTest
    @CsvSource({"ES256, 43", "ES384, 64", "ES512, 88", "EDDSA, 43"})
    void writesCoordinatesInTheCurvesLength(Algorithm algorithm, int characters) {
        for (int i = 0; i < 50; i++) {
            ObjectNode json = GeneratedKey.of(algorithm).insecurePrivateJson();
            assertThat(json.path("x").asText()).hasSize(characters);
            assertThat(json.path("d").asText()).hasSize(characters);
        }
    }

    /** RFC 7518 section 2: Base64urlUInt has no leading zero, which a BigInteger's bytes have. */
    @Test
    void writesRsaNumbersWithoutALeadingZero() {
        ObjectNode json = Keys.privateJson(Algorithm.RS256);
        for (String member : new String[] {"n", "e", "d", "p", "q", "dp", "dq", "qi"}) {
            assertThat(Base64Url.decode(json.path(member).asText())[0])
                    .as(member)
                    .isNotZero();
        }
        assertThat(json.path("n").asText()).hasSize(342);
        assertThat(json.path("e").asText()).isEqualTo("AQAB");
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatTheKeySaysAboutItself(Algorithm algorithm) {
        ObjectNode json = Keys.privateJson(algorithm);
        assertThat(json.path("kid").asText())
                .isEqualTo(GeneratedKeys.of(algorithm).keyId().orElseThrow());
        assertThat(json.path("alg").asText()).isEqualTo(algorithm.joseName());
        assertThat(json.path("use").asText()).isEqualTo("sig");
        ObjectNode bare = GeneratedKeys.bare(algorithm).insecurePrivateJson();
        assertThat(bare.has("kid")).isFalse();
        assertThat(bare.has("alg")).isFalse();
    }
}
