package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mintmark.Members;
import dev.mintmark.NativeCryptoSession;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests of the package run in two JVMs; these check that the JVMs differ. */
@Isolated("changes the providers of the JVM")
class NativeCryptoTest {
    private static final String PACKAGE = "com.amazon.corretto.crypto.provider";

    static Stream<Algorithm> pairs() {
        return Stream.of(Algorithm.values()).filter(algorithm -> algorithm.family() != Algorithm.Family.HMAC);
    }

    @Test
    void isFirstOnThePlatformsOfThePackageExceptInTheRunWithout() {
        boolean isLinux = System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
        assumeThat(isLinux && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch")))
                .isTrue();
        assertThat(NativeCrypto.isInstalled()).isEqualTo(!NativeCryptoSession.isJdk());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void signsAndVerifiesWithKeysThatNeedNoTranslation(Algorithm algorithm) throws GeneralSecurityException {
        assumeThat(NativeCrypto.isInstalled()).isTrue();
        Jwk read = JwkReader.read(GeneratedKeys.of(algorithm).insecurePrivateJson());
        Key signing = RawSignature.signingKey(algorithm, read.material());
        Key verifying = ((KeyMaterial.Pair) read.material().forVerifying()).publicKey();
        assertThat(signing.getClass().getPackageName()).isEqualTo(PACKAGE);
        assertThat(verifying.getClass().getPackageName()).isEqualTo(PACKAGE);

        String name = algorithm.family() == Algorithm.Family.RSA_PSS ? "RSASSA-PSS" : algorithm.jcaName();
        Signature signature = Signature.getInstance(name);
        signature.initSign((PrivateKey) signing);
        assertThat(signature.getProvider().getClass().getPackageName()).isEqualTo(PACKAGE);
    }

    /** Whether a key is valid must not depend on the provider that signs. */
    @ParameterizedTest
    @MethodSource("pairs")
    void leavesReadingAndWritingKeysToTheJdk(Algorithm algorithm) {
        Jwk made = GeneratedKeys.of(algorithm);
        for (Jwk jwk : new Jwk[] {made, JwkReader.read(made.insecurePrivateJson())}) {
            KeyMaterial.Pair pair = (KeyMaterial.Pair) jwk.material();
            assertThat(pair.publicKey().getClass().getPackageName()).startsWith("sun.security.");
            assertThat(pair.privateKey().orElseThrow().getClass().getPackageName())
                    .startsWith("sun.security.");
        }
    }

    /** Exponents over 33 bits are among these. */
    @ParameterizedTest
    @EnumSource(names = {"RS256", "PS512"})
    void leavesNumbersThatItDoesNotTakeToTheJdk(Algorithm algorithm) throws GeneralSecurityException {
        BigInteger exponent = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(new RSAKeyGenParameterSpec(2048, exponent));
        KeyPair pair = generator.generateKeyPair();
        Jwk jwk = new Jwk(new KeyMaterial.Pair(pair.getPublic(), Optional.of(pair.getPrivate())), JwkAttributes.NONE);
        String token = SigningKey.of(jwk, algorithm)
                .sign(
                        Members.of(Map.of("alg", algorithm.joseName(), "typ", "JWT")),
                        Members.of(Map.of("sub", "alice")));
        assertThat(GeneratedTokens.verify(token, jwk, algorithm)).isPresent();
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.withSignature(token, signature -> new byte[signature.length]), jwk, algorithm))
                .isEmpty();
    }

    @Test
    void isAbsentOnAnotherPlatformAndSaysSo() {
        assumeThat(NativeCrypto.isInstalled()).isFalse();
        String processor = System.getProperty("os.arch");
        System.setProperty("os.arch", "s390x");
        try {
            assertThat(NativeCrypto.install())
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .startsWith("the package has no native library for ")
                            .endsWith("-s390x"));
        } finally {
            System.setProperty("os.arch", processor);
        }
        assertThat(NativeCrypto.isInstalled()).isFalse();
    }
}
