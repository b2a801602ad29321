package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds for every algorithm: a changed token does not verify. */
@Isolated("changes the providers of the JVM")
class RawSignatureTest {

    @ParameterizedTest
    @EnumSource
    void verifiesItsOwnSignature(Algorithm algorithm) {
        Verified verified = GeneratedTokens.verify(token(algorithm), GeneratedKeys.of(algorithm), algorithm)
                .orElseThrow();
        assertThat(verified.payload()).isEqualTo("{\"sub\":\"alice\"}".getBytes(UTF_8));
        assertThat(verified.algorithm()).isEqualTo(algorithm);
        assertThat(verified.header().algorithmName()).isEqualTo(algorithm.joseName());
        assertThat(verified.key().keyId()).isEqualTo(GeneratedKeys.of(algorithm).keyId());
    }

    @ParameterizedTest
    @EnumSource
    void refusesASignatureWithOneBitFlipped(Algorithm algorithm) {
        int length = GeneratedTokens.signature(token(algorithm)).length;
        for (int i : new int[] {0, 1, length / 2 - 1, length / 2, length - 2, length - 1}) {
            for (int bit : new int[] {0, 3, 7}) {
                refused(algorithm, signature -> {
                    signature[i] ^= (byte) (1 << bit);
                    return signature;
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesASignatureOfAnotherLength(Algorithm algorithm) {
        refused(algorithm, signature -> new byte[0]);
        refused(algorithm, signature -> Arrays.copyOf(signature, 1));
        refused(algorithm, signature -> Arrays.copyOf(signature, signature.length / 2));
        refused(algorithm, signature -> Arrays.copyOf(signature, signature.length - 1));
        refused(algorithm, signature -> Arrays.copyOfRange(signature, 1, signature.length));
        refused(algorithm, signature -> Arrays.copyOf(signature, signature.length + 1));
        refused(algorithm, signature -> Arrays.copyOf(signature, 2 * signature.length));
        refused(algorithm, signature -> Arrays.copyOf(signature, 16 * 1024));
        refused(algorithm, signature -> {
            byte[] padded = new byte[signature.length + 1];
            System.arraycopy(signature, 0, padded, 1, signature.length);
            return padded;
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusesASignatureOfZerosOrOnes(Algorithm algorithm) {
        refused(algorithm, signature -> new byte[signature.length]);
        refused(algorithm, signature -> {
            Arrays.fill(signature, (byte) 0xff);
            return signature;
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheSignatureOfAnotherTokenOfTheSameKey(Algorithm algorithm) {
        byte[] other = GeneratedTokens.signature(
                GeneratedTokens.signed(GeneratedKeys.of(algorithm), algorithm, "{\"sub\":\"bob\"}"));
        refused(algorithm, signature -> other);
    }

    private static void refused(Algorithm algorithm, UnaryOperator<byte[]> change) {
        String token = GeneratedTokens.withSignature(token(algorithm), change);
        assertThat(GeneratedTokens.verify(token, GeneratedKeys.of(algorithm), algorithm))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAChangedPayload(Algorithm algorithm) {
        String[] parts = token(algorithm).split("\\.");
        String payload = Base64Url.encode("{\"sub\":\"mallory\"}".getBytes(UTF_8));
        assertThat(GeneratedTokens.verify(
                        parts[0] + '.' + payload + '.' + parts[2], GeneratedKeys.of(algorithm), algorithm))
                .isEmpty();
        assertThat(GeneratedTokens.verify(parts[0] + ".." + parts[2], GeneratedKeys.of(algorithm), algorithm))
                .isEmpty();
    }

    /** The same header in another notation is another signing input. */
    @ParameterizedTest
    @EnumSource
    void refusesAChangedHeader(Algorithm algorithm) {
        String token = token(algorithm);
        String header = Base64Url.encode(
                "{\"alg\": \"%s\"}".formatted(algorithm.joseName()).getBytes(UTF_8));
        assertThat(GeneratedTokens.verify(
                        header + token.substring(token.indexOf('.')), GeneratedKeys.of(algorithm), algorithm))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherKeyOfTheSameKind(Algorithm algorithm) {
        assertThat(GeneratedTokens.verify(token(algorithm), GeneratedKeys.otherOf(algorithm), algorithm))
                .isEmpty();
    }

    /** Every token, every algorithm, every key with all its possible algorithms: only one combination verifies. */
    @ParameterizedTest
    @EnumSource
    void verifiesUnderNoOtherAlgorithm(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.bare(algorithm);
        for (Algorithm other : Algorithm.values()) {
            assertThat(GeneratedTokens.verify(token(algorithm), jwk, other).isPresent())
                    .isEqualTo(other == algorithm);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAKeyWhoseOwnAlgIsAnother(Algorithm algorithm) {
        for (Algorithm other : Algorithm.values()) {
            Jwk bound = GeneratedKeys.of(algorithm).withAlgorithm(other.joseName());
            assertThat(GeneratedTokens.verify(token(algorithm), bound, algorithm)
                            .isPresent())
                    .isEqualTo(other == algorithm);
        }
    }

    /** RFC 7518 section 3.2: the MAC is correct, but the secret is too short. */
    @ParameterizedTest
    @EnumSource(names = {"HS256", "HS384", "HS512"})
    void refusesASecretShorterThanTheHash(Algorithm algorithm) {
        byte[] bytes = ((KeyMaterial.Secret) GeneratedKeys.of(algorithm).material()).bytes();
        Jwk enough = Jwk.ofSecret(bytes);
        Jwk tooShort = Jwk.ofSecret(Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(GeneratedTokens.verify(GeneratedTokens.signed(enough, algorithm), enough, algorithm))
                .isPresent();
        assertThat(GeneratedTokens.verify(GeneratedTokens.signed(tooShort, algorithm), tooShort, algorithm))
                .isEmpty();
        assertThat(VerificationKey.of(tooShort).algorithms()).doesNotContain(algorithm);
    }

    @Test
    void verifiesNothingWithAnEmptySecret() {
        Jwk empty = Jwk.ofSecret(new byte[0]);
        assertThat(VerificationKey.of(empty).algorithms()).isEqualTo(Set.of());
        assertThat(GeneratedTokens.verify(token(Algorithm.HS256), empty, Algorithm.HS256))
                .isEmpty();
    }

    /** Each length is checked before the provider is called. */
    @Test
    void checksTheLengthItself() {
        AcceptingProvider.during(() -> Stream.of(Algorithm.values())
                .filter(algorithm -> algorithm.family() != Algorithm.Family.HMAC)
                .forEach(RawSignatureTest::believesOnlyTheRightLength));
    }

    private static void believesOnlyTheRightLength(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        int length = algorithm.signatureBytes() == 0 ? 256 : algorithm.signatureBytes();
        String unsigned = Jws.assemble(GeneratedTokens.header(algorithm), new byte[0], new byte[0]);
        for (int bytes : new int[] {0, length - 1, length, length + 1, 2 * length, 16 * 1024}) {
            byte[] ones = new byte[bytes];
            Arrays.fill(ones, (byte) 1);
            assertThat(GeneratedTokens.verify(GeneratedTokens.withSignature(unsigned, ones), jwk, algorithm)
                            .isPresent())
                    .as("%s with %s bytes", algorithm, bytes)
                    .isEqualTo(bytes == length);
        }
    }

    private static String token(Algorithm algorithm) {
        return GeneratedTokens.signed(GeneratedKeys.of(algorithm), algorithm);
    }
}
