package dev.mintmark.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Well-formed PEM with invalid numbers: the reasons are those of {@link RsaJwkTest} and {@link CurveJwkTest}. */
class PemNumbersTest {

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "ES512"})
    void refusesAPointOffItsCurve(Algorithm algorithm) {
        byte[] der = PemTexts.publicKey(GeneratedKeys.of(algorithm)).getEncoded();
        der[der.length - 1] ^= 1;
        Keys.assertRejected(Reason.OFF_CURVE, () -> Pem.read(PemTexts.block("PUBLIC KEY", der)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "ES512"})
    void refusesAScalarOutOfRange(Algorithm algorithm) throws Exception {
        Curve curve = algorithm.curve().orElseThrow();
        AlgorithmIdentifier id = PrivateKeyInfo.getInstance(
                        PemTexts.privateKey(GeneratedKeys.of(algorithm)).getEncoded())
                .getPrivateKeyAlgorithm();
        for (BigInteger d : new BigInteger[] {BigInteger.ZERO, curve.order()}) {
            ECPrivateKey sec1 = new ECPrivateKey(curve.order().bitLength(), d, id.getParameters());
            String pem = PemTexts.block("PRIVATE KEY", new PrivateKeyInfo(id, sec1).getEncoded());
            Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(pem));
        }
    }

    @Test
    void refusesWeakRsaKeysWithTheirReason() {
        Keys.assertRejected(Reason.RSA_SIZE, () -> Pem.read(rsa(new BigInteger(1024, new Random(3)), 65_537)));
        BigInteger modulus = new BigInteger(2048, new Random(4)).setBit(2047).setBit(0);
        Keys.assertRejected(Reason.RSA_EXPONENT, () -> Pem.read(rsa(modulus, 1)));
        Keys.assertRejected(Reason.RSA_EXPONENT, () -> Pem.read(rsa(modulus, 65_536)));
        Keys.assertRejected(Reason.ROCA, () -> Pem.read(rsa(RocaTest.rocaModulus(), 65_537)));
    }

    @ParameterizedTest
    @CsvSource({"1, RSA_EXPONENT", "65536, RSA_EXPONENT", "65537, ROCA"})
    void refusesWeakPrivateRsaKeysWithTheirReason(long exponent, Reason reason) {
        BigInteger zero = BigInteger.ZERO;
        byte[] der = PemTexts.der(new RSAPrivateKey(
                RocaTest.rocaModulus(), BigInteger.valueOf(exponent), BigInteger.ONE, zero, zero, zero, zero, zero));
        Keys.assertRejected(reason, () -> Pem.read(PemTexts.block("RSA PRIVATE KEY", der)));
    }

    private static String rsa(BigInteger modulus, long exponent) {
        return PemTexts.block("RSA PUBLIC KEY", PemTexts.der(new RSAPublicKey(modulus, BigInteger.valueOf(exponent))));
    }

    /** PKCS#1 with zeros for unknown members, as some libraries write it: the public exponent is unknown too. */
    @Test
    void refusesAnRsaKeyWithoutItsPublicExponent() {
        ObjectNode json = Keys.privateJson(Algorithm.RS256);
        BigInteger zero = BigInteger.ZERO;
        byte[] der = PemTexts.der(
                new RSAPrivateKey(Keys.number(json, "n"), zero, Keys.number(json, "d"), zero, zero, zero, zero, zero));
        Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(PemTexts.block("RSA PRIVATE KEY", der)));
    }
}
