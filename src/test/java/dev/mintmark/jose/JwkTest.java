package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JwkTest {
    private static final Set<Algorithm> ALL_RSA = EnumSet.range(Algorithm.RS256, Algorithm.PS512);

    @Test
    void permitsWhatItsTypeAndCurveAllow() {
        assertThat(GeneratedKeys.bare(Algorithm.RS256).algorithms()).isEqualTo(ALL_RSA);
        assertThat(GeneratedKeys.bare(Algorithm.ES256).algorithms()).isEqualTo(Set.of(Algorithm.ES256));
        assertThat(GeneratedKeys.bare(Algorithm.ES384).algorithms()).isEqualTo(Set.of(Algorithm.ES384));
        assertThat(GeneratedKeys.bare(Algorithm.ES512).algorithms()).isEqualTo(Set.of(Algorithm.ES512));
        assertThat(GeneratedKeys.bare(Algorithm.EDDSA).algorithms()).isEqualTo(Set.of(Algorithm.EDDSA));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "31, 0", "32, 1", "47, 1", "48, 2", "63, 2", "64, 3", "1000, 3"})
    void permitsASecretTheHashesThatAreNotLonger(int bytes, int count) {
        Set<Algorithm> algorithms = Jwk.ofSecret(new byte[bytes]).algorithms();
        assertThat(algorithms).hasSize(count);
        assertThat(EnumSet.range(Algorithm.HS256, Algorithm.HS512)).containsAll(algorithms);
    }

    @ParameterizedTest
    @EnumSource
    void permitsOnlyItsOwnAlgorithmWhereItNamesOne(Algorithm algorithm) {
        assertThat(GeneratedKeys.bare(algorithm)
                        .withAlgorithm(algorithm.joseName())
                        .algorithms())
                .isEqualTo(Set.of(algorithm));
        assertThat(GeneratedKeys.bare(algorithm).withAlgorithm("none").algorithms())
                .isEmpty();
    }

    @Test
    void keepsTheOtherAttributes() {
        Jwk jwk = GeneratedKeys.bare(Algorithm.RS256).withKeyId("a").withAlgorithm("PS256");
        assertThat(jwk.keyId()).contains("a");
        assertThat(jwk.algorithmName()).contains("PS256");
        assertThat(jwk.withKeyId("b").algorithmName()).contains("PS256");
        assertThat(jwk.withAlgorithm("RS256").keyId()).contains("a");
        assertThat(jwk.thumbprint())
                .isEqualTo(GeneratedKeys.bare(Algorithm.RS256).thumbprint());
    }

    /** An encryption key stays one under a new id. */
    @Test
    void keepsThatItIsNotForSignatures() {
        Jwk jwk = JwkReader.read(Keys.publicJson(Algorithm.ES256).put("use", "enc"));
        assertThat(jwk.withKeyId("a").algorithms()).isEmpty();
        assertThat(jwk.withAlgorithm("ES256").algorithms()).isEmpty();
    }

    @Test
    void hasNoPublicPartIfItIsASecret() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GeneratedKeys.of(Algorithm.HS256).publicJson());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void publishesNoPrivateMember(Algorithm algorithm) {
        assertThat(GeneratedKeys.of(algorithm).publicJson().fieldNames())
                .toIterable()
                .isSubsetOf("kty", "n", "e", "crv", "x", "y", "kid", "use", "alg");
        assertThat(GeneratedKeys.of(algorithm).publicJson().path("use").asText())
                .isEqualTo("sig");
    }

    /** The key copies the caller's array. */
    @Test
    void copiesTheSecret() {
        byte[] bytes = new byte[32];
        Jwk jwk = Jwk.ofSecret(bytes);
        bytes[0] = 1;
        ((KeyMaterial.Secret) jwk.material()).bytes()[1] = 1;
        assertThat(((KeyMaterial.Secret) jwk.material()).bytes()).isEqualTo(new byte[32]);
    }

    /** Conversion changes the form only: nothing is added, removed or judged (RFC 7517 section 4). */
    @Test
    void convertsWithItsAttributesAsGiven() {
        ObjectNode given = Keys.privateJson(Algorithm.RS256).without(java.util.List.of("kid", "use", "alg"));
        assertThat(KeyText.parse(given).insecurePrivateJsonAsGiven()).isEqualTo(given);
        given.put("use", "enc")
                .put("alg", "RSA-OAEP")
                .put("kid", "k")
                .put("hint", 5)
                .putArray("key_ops")
                .add("decrypt");
        given.putArray("x5c").add("MAA=");
        Jwk jwk = KeyText.parse(given);
        assertThat(jwk.insecurePrivateJsonAsGiven()).isEqualTo(given);
        ObjectNode expected = given.deepCopy().without(java.util.List.of("d", "p", "q", "dp", "dq", "qi"));
        assertThat(jwk.publicJsonAsGiven()).isEqualTo(expected);
        ObjectNode secret = Keys.json("{'kty':'oct','k':'c2hvcnQ','use':'enc','alg':'A128KW','x':{}}")
                .without("x");
        assertThat(KeyText.parse(secret).insecurePrivateJsonAsGiven()).isEqualTo(secret);
    }

    /** The reason that is true, for each way in which a key may not fit. */
    @Test
    void saysWhyItDoesNotPermitAnAlgorithm() {
        assertThat(Jwk.ofSecret(new byte[19]).objection(Algorithm.HS256))
                .contains("The secret has 152 bits; HS256 needs 256 (RFC 7518 3.2)");
        assertThat(GeneratedKeys.of(Algorithm.ES256).objection(Algorithm.RS256).orElseThrow())
                .contains("an EC key on P-256", "RS256");
        assertThat(GeneratedKeys.of(Algorithm.RS512).objection(Algorithm.RS256).orElseThrow())
                .contains("alg is for another");
        ObjectNode rsa = Keys.publicJson(Algorithm.RS256).without("alg");
        assertThat(JwkReader.read(rsa.deepCopy().put("use", "enc"))
                        .objection(Algorithm.RS256)
                        .orElseThrow())
                .contains("use is enc");
        rsa.putArray("key_ops").add("encrypt");
        assertThat(JwkReader.read(rsa).objection(Algorithm.RS256).orElseThrow()).contains("key_ops");
        assertThat(GeneratedKeys.of(Algorithm.RS256).objection(Algorithm.RS256)).isEmpty();
    }

    /** RFC 7518 section 6.3.1.1: leading zeros change the text of a number and not the number. */
    @Test
    void comparesKeysAsNumbers() {
        for (String member : java.util.List.of("n", "e")) {
            ObjectNode json = Keys.publicJson(Algorithm.RS256);
            byte[] number = Base64Url.decode(json.path(member).asText());
            byte[] padded = new byte[number.length + 1];
            System.arraycopy(number, 0, padded, 1, number.length);
            json.put(member, Base64Url.encode(padded));
            String thumbprint = GeneratedKeys.of(Algorithm.RS256).thumbprint();
            assertThat(UnverifiedJwk.of(json).thumbprint()).contains(thumbprint);
            assertThat(JwkReader.read(json).thumbprint()).isEqualTo(thumbprint);
        }
        ObjectNode ec = Keys.publicJson(Algorithm.ES256);
        byte[] x = Base64Url.decode(ec.path("x").asText());
        byte[] longer = new byte[x.length + 1];
        System.arraycopy(x, 0, longer, 1, x.length);
        assertThat(UnverifiedJwk.of(ec.put("x", Base64Url.encode(longer))).thumbprint())
                .contains(GeneratedKeys.of(Algorithm.ES256).thumbprint());
    }

    /** The message names the member and the error in its encoding. */
    @Test
    void saysWhatIsWrongWithAMember() {
        ObjectNode json = Keys.publicJson(Algorithm.RS256);
        json.put("n", json.path("n").asText() + "==");
        Keys.assertRejected(KeyRejectedException.Reason.MALFORMED, () -> JwkReader.read(json));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> JwkReader.read(json)))
                .hasMessageContaining("n has padding");
        ObjectNode ec = Keys.publicJson(Algorithm.ES256).put("x", "AQ");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> JwkReader.read(ec)))
                .hasMessageContaining("x has 1 bytes; the curve needs 32");
    }
}
