package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.bare;
import static dev.mintmark.keys.KeyFiles.jwk;
import static dev.mintmark.keys.KeyFiles.jwks;
import static dev.mintmark.keys.KeyFiles.pkcs1;
import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.publicPem;
import static dev.mintmark.keys.KeyFiles.sec1;
import static dev.mintmark.keys.KeyFiles.secret;
import static dev.mintmark.keys.KeyFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkReader;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFileTest {
    private static final Jwk RSA = GeneratedKey.of(Algorithm.RS256);

    @ParameterizedTest
    @EnumSource
    void aJwkOfEveryAlgorithmSignsAndVerifies(Algorithm algorithm) {
        CheckedKey key =
                only("a.jwk", StrictJson.bytes(GeneratedKey.of(algorithm).insecurePrivateJson()));
        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertSignsAndVerifies(key);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void aPkcs8PemOfEveryAsymmetricAlgorithmSignsAndVerifies(Algorithm algorithm) {
        Jwk jwk = GeneratedKey.of(algorithm);
        CheckedKey key = only("a." + algorithm.joseName() + ".pem", pkcs8(jwk));
        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(key.keyId()).isEqualTo(jwk.thumbprint());
        assertSignsAndVerifies(key);
    }

    @Test
    void aPkcs1PemSignsAndVerifies() throws IOException {
        assertThat(new String(pkcs1(RSA))).startsWith("-----BEGIN RSA ");
        assertSignsAndVerifies(only("tls.key", pkcs1(RSA)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "ES512"})
    void aSec1PemSignsWithTheAlgorithmOfItsCurve(Algorithm algorithm) throws IOException {
        CheckedKey key = only("a.pem", sec1(GeneratedKey.of(algorithm)));
        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertSignsAndVerifies(key);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11.pem,         RS256",
        "2026-11.ps256.pem,   PS256",
        "rs512.pem,           RS512",
        "a.PS384.b.KEY,       PS384",
        "a-ps256.pem,         RS256"
    })
    void theNameSaysTheAlgorithmOfAnRsaPem(String name, Algorithm algorithm) {
        assertThat(only(name, pkcs8(RSA)).algorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @CsvSource({"x.secret, HS256", "x.hs256.secret, HS256", "x.HS384.secret, HS384", "hs512.secret, HS512"})
    void theNameSaysTheAlgorithmOfASecretAndIsItsId(String name, Algorithm algorithm) {
        CheckedKey key = only(name, secret(64));
        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(key.keyId()).isEqualTo(name);
        assertSignsAndVerifies(key);
    }

    @ParameterizedTest
    @CsvSource({"a.ed25519.pem", "a.eddsa.pem", "a.pem"})
    void bothNamesOfEdDsaAreUnderstoodInAName(String name) {
        CheckedKey key = only(name, pkcs8(Algorithm.EDDSA));
        assertThat(key.jwk().algorithmName()).contains("EdDSA");
    }

    @Test
    void oneFinalLineFeedIsNotPartOfTheSecret() {
        byte[] bytes = secret(32);
        Jwk expected = Jwk.ofSecret(bytes);
        assertThat(only("a.secret", utf8(new String(bytes) + "\n")).jwk().thumbprint())
                .isEqualTo(expected.thumbprint());
        assertThat(only("a.secret", utf8(new String(bytes) + "\n\n")).jwk().thumbprint())
                .isEqualTo(Jwk.ofSecret(utf8(new String(bytes) + "\n")).thumbprint());
    }

    @Test
    void aJwkKeepsItsKidAndTheSpellingOfItsAlg() {
        byte[] content =
                StrictJson.bytes(bare(Algorithm.EDDSA).put("kid", "mine").put("alg", "Ed25519"));
        CheckedKey key = only("a.json", content);
        assertThat(key.keyId()).isEqualTo("mine");
        assertThat(key.jwk().algorithmName()).contains("Ed25519");
        assertThat(key.signer().orElseThrow().keyId()).contains("mine");
    }

    /** HS256 as in a secret file, whatever its length, and never a thumbprint as the id. */
    @Test
    void anOctJwkWithoutAlgAndKidIsLikeASecretFile() {
        CheckedKey key = only("a.jwk", jwk(Algorithm.HS512));
        assertThat(key.algorithm()).isEqualTo(Algorithm.HS256);
        assertThat(key.keyId()).isEqualTo("a.jwk");
    }

    @Test
    void aSetGivesAllItsKeysWhateverItsEnding() {
        byte[] content = jwks(bare(Algorithm.ES256), bare(Algorithm.HS256), bare(Algorithm.EDDSA));
        for (String name : List.of("a.jwks", "a.json", "a.jwk")) {
            assertThat(new KeyFile(name, content).keys())
                    .extracting(CheckedKey::algorithm)
                    .containsExactly(Algorithm.ES256, Algorithm.HS256, Algorithm.EDDSA);
        }
    }

    @Test
    void aPublicKeyOnlyVerifies() {
        CheckedKey key = only("a.pem", publicPem(RSA));
        assertThat(key.canSign()).isFalse();
        assertThat(key.jwk().algorithmName()).contains("RS256");
        assertThat(only("a.jwk", StrictJson.bytes(RSA.publicJson())).canSign()).isFalse();
    }

    @Test
    void showsNothingOfItselfInToString() {
        byte[] content = secret(40);
        KeyFile file = new KeyFile("a.secret", content);
        KeyFiles.assertHoldsNothingOf(
                content, file + " " + file.keys() + " " + file.keys().get(0).in(KeyState.ACTIVE));
    }

    private static CheckedKey only(String name, byte[] content) {
        List<CheckedKey> keys = new KeyFile(name, content).keys();
        assertThat(keys).hasSize(1);
        return keys.get(0);
    }

    private static void assertSignsAndVerifies(CheckedKey key) {
        String token = key.signer()
                .orElseThrow()
                .sign(
                        Members.of(Map.of("alg", key.algorithm().joseName(), "typ", "JWT")),
                        Members.of(Map.of("sub", "alice")));
        VerificationKey verifier = key.jwk().isSecret()
                ? VerificationKey.of(key.jwk())
                : VerificationKey.of(JwkReader.read(key.jwk().publicJson()));
        assertThat(UnverifiedJws.parse(token).verify(verifier, key.algorithm())).isPresent();
    }
}
