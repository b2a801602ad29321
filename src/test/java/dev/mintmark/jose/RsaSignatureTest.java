package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 7518 sections 3.3 and 3.5: PKCS#1 v1.5 and PSS are different, and PSS has one set of parameters per name. */
class RsaSignatureTest {

    static Stream<Algorithm> pss() {
        return Stream.of(Algorithm.PS256, Algorithm.PS384, Algorithm.PS512);
    }

    @ParameterizedTest
    @MethodSource("pss")
    void refusesAPssSignatureWithAnotherLengthOfSalt(Algorithm algorithm) throws GeneralSecurityException {
        String hash = algorithm.jcaName();
        int bytes = Integer.parseInt(algorithm.name().substring(2)) / 8;
        assertThat(verifiesPss(algorithm, hash, hash, bytes)).isTrue();
        for (int salt : new int[] {0, 20, bytes - 1, bytes + 1, 256 - bytes - 2}) {
            assertThat(verifiesPss(algorithm, hash, hash, salt)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PS256, SHA-256, SHA-1, 32",
        "PS256, SHA-384, SHA-384, 32",
        "PS256, SHA-384, SHA-256, 32",
        "PS384, SHA-384, SHA-256, 48",
        "PS384, SHA-512, SHA-512, 48",
        "PS512, SHA-512, SHA-1, 64",
        "PS512, SHA-256, SHA-256, 64"
    })
    void refusesAPssSignatureWithAnotherHash(Algorithm algorithm, String hash, String maskHash, int salt)
            throws GeneralSecurityException {
        assertThat(verifiesPss(algorithm, hash, maskHash, salt)).isFalse();
    }

    private static boolean verifiesPss(Algorithm algorithm, String hash, String maskHash, int salt)
            throws GeneralSecurityException {
        Jwk jwk = GeneratedKeys.of(algorithm);
        String token = GeneratedTokens.signed(jwk, algorithm);
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(maskHash), salt, 1));
        pss.initSign((PrivateKey) RawSignature.signingKey(algorithm, jwk.material()));
        pss.update(GeneratedTokens.signingInput(token));
        return GeneratedTokens.verify(GeneratedTokens.withSignature(token, pss.sign()), jwk, algorithm)
                .isPresent();
    }

    /** The bytes of one scheme, presented as the other with the same key and hash. */
    @ParameterizedTest
    @CsvSource({"RS256, PS256", "RS384, PS384", "RS512, PS512", "PS256, RS256", "PS384, RS384", "PS512, RS512"})
    void refusesTheOneSchemeAsTheOther(Algorithm made, Algorithm offered) {
        Jwk jwk = GeneratedKeys.bare(Algorithm.RS256);
        String sound = GeneratedTokens.signed(jwk, offered);
        byte[] signature = RawSignature.sign(
                made, RawSignature.signingKey(made, jwk.material()), GeneratedTokens.signingInput(sound));
        assertThat(GeneratedTokens.verify(sound, jwk, offered)).isPresent();
        assertThat(GeneratedTokens.verify(GeneratedTokens.withSignature(sound, signature), jwk, offered))
                .isEmpty();
    }

    /** s + n equals s modulo n: a second encoding if it fits the length. */
    @ParameterizedTest
    @EnumSource(names = {"RS256", "PS256"})
    void refusesASignatureWithTheModulusAdded(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        BigInteger n = modulus(jwk);
        for (int i = 0; i < 200; i++) {
            String token = GeneratedTokens.signed(jwk, algorithm, "{\"n\":" + i + "}");
            BigInteger sum = new BigInteger(1, GeneratedTokens.signature(token)).add(n);
            if (sum.bitLength() <= n.bitLength()) {
                String bad = GeneratedTokens.withSignature(token, BigIntegers.asUnsignedByteArray(256, sum));
                assertThat(GeneratedTokens.verify(bad, jwk, algorithm)).isEmpty();
                return;
            }
        }
    }

    private static BigInteger modulus(Jwk jwk) {
        return ((RSAPublicKey) ((KeyMaterial.Pair) jwk.material()).publicKey()).getModulus();
    }
}
