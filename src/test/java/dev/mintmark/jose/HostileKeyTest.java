package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys with numbers out of range: rejected before a provider computes with them, in every form and operation. */
class HostileKeyTest {
    private static final List<String> RSA_MEMBERS = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");
    private static final BigInteger HUGE =
            new BigInteger(8 * 8192, new Random(1)).setBit(8 * 8192 - 1).setBit(0);

    /** Every member of an RSA key, with numbers of 8 KiB and at the edges of its range. */
    static Stream<Arguments> rsa() {
        ObjectNode sound = Keys.privateJson(Algorithm.RS256);
        BigInteger n = Keys.number(sound, "n");
        BigInteger p = Keys.number(sound, "p");
        List<Arguments> cases = new ArrayList<>();
        for (String member : RSA_MEMBERS) {
            cases.add(argumentSet(member + " of 8 KiB", Map.of(member, HUGE)));
            cases.add(argumentSet("even " + member + " of 8 KiB", Map.of(member, HUGE.clearBit(0))));
            cases.add(argumentSet(member + " = 0", Map.of(member, BigInteger.ZERO)));
            if (!member.equals("n")) {
                cases.add(argumentSet(member + " = n", Map.of(member, n)));
                cases.add(argumentSet(member + " = n + 2", Map.of(member, n.add(BigInteger.TWO))));
            }
        }
        cases.add(argumentSet("p and dp of 8 KiB", Map.of("p", HUGE, "dp", HUGE)));
        cases.add(argumentSet(
                "p, q, dp, dq, qi of 8 KiB", Map.of("p", HUGE, "q", HUGE, "dp", HUGE, "dq", HUGE, "qi", HUGE)));
        cases.add(argumentSet("dp = p", Map.of("dp", p)));
        cases.add(argumentSet("qi = p", Map.of("qi", p)));
        cases.add(argumentSet("p = 1, q = n", Map.of("p", BigInteger.ONE, "q", n)));
        cases.add(argumentSet("even p", Map.of("p", p.clearBit(0))));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("rsa")
    void rejectsAnRsaKeyInEveryForm(Map<String, BigInteger> changes) {
        ObjectNode json = Keys.privateJson(Algorithm.RS256);
        changes.forEach((member, number) -> json.put(member, Keys.encoded(number)));
        Map<String, BigInteger> numbers = new LinkedHashMap<>();
        RSA_MEMBERS.forEach(member -> numbers.put(
                member, changes.getOrDefault(member, Keys.number(Keys.privateJson(Algorithm.RS256), member))));
        assertRejected(() -> sign(JwkReader.read(json), Algorithm.RS256));
        assertRejected(() -> KeyText.parse(json));
        assertRejected(() -> KeyText.parse(TextNode.valueOf(json.toString())));
        for (String text : pems(numbers)) {
            assertRejected(() -> sign(Pem.read(text), Algorithm.RS256));
            assertRejected(() -> KeyText.parse(TextNode.valueOf(text)));
        }
        CpuTime.assertBounded(() -> UnverifiedJwk.of(json).sound());
    }

    private static List<String> pems(Map<String, BigInteger> numbers) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        vector.add(new ASN1Integer(0));
        numbers.values().forEach(number -> vector.add(new ASN1Integer(number)));
        DERSequence pkcs1 = new DERSequence(vector);
        var id = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        byte[] pkcs8 = PemTexts.der(new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
            new ASN1Integer(0), id, new DEROctetString(PemTexts.der(pkcs1))
        }));
        return List.of(
                PemTexts.block("RSA PRIVATE KEY", PemTexts.der(pkcs1)),
                PemTexts.block("PRIVATE KEY", pkcs8),
                Base64.getEncoder().encodeToString(pkcs8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "e", "d", "qi", "p", "q"})
    void rejectsAnOpenSshRsaKey(String member) {
        List<byte[]> fields = Stream.of("n", "e", "d", "qi", "p", "q")
                .map(name -> name.equals(member) ? HUGE : Keys.number(Keys.privateJson(Algorithm.RS256), name))
                .map(BigInteger::toByteArray)
                .toList();
        String pem = PemTexts.block("OPENSSH PRIVATE KEY", SshKeyTest.privateBlob("ssh-rsa", fields));
        assertRejected(() -> Pem.read(pem));
    }

    /** The scalar of an EC key is checked against the order, whatever its length. */
    @Test
    void rejectsAnEcKeyInEveryForm() {
        for (BigInteger d : List.of(BigInteger.ZERO, Curve.P256.order(), HUGE, HUGE.clearBit(0))) {
            ObjectNode json = Keys.privateJson(Algorithm.ES256).put("d", Keys.encoded(d));
            assertRejected(() -> sign(JwkReader.read(json), Algorithm.ES256));
            int bits = Math.max(256, d.bitLength());
            ECPrivateKey sec1 = new ECPrivateKey(bits, d, SECObjectIdentifiers.secp256r1);
            assertRejected(() -> Pem.read(PemTexts.block("EC PRIVATE KEY", PemTexts.der(sec1))));
            var id = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
            assertRejected(() -> Pem.read(PemTexts.block("PRIVATE KEY", new PrivateKeyInfo(id, sec1).getEncoded())));
        }
        for (String coordinate : List.of("x", "y")) {
            ObjectNode json = Keys.privateJson(Algorithm.ES256).put(coordinate, Keys.encoded(HUGE));
            assertRejected(() -> JwkReader.read(json));
            CpuTime.assertBounded(() -> UnverifiedJwk.of(json).point());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 64, 8192})
    void rejectsAnEd25519KeyOfAnotherLength(int length) {
        byte[] raw = new byte[length];
        new Random(length).nextBytes(raw);
        assertRejected(() -> JwkReader.read(Keys.privateJson(Algorithm.EDDSA).put("d", Base64Url.encode(raw))));
        assertRejected(() -> JwkReader.read(Keys.privateJson(Algorithm.EDDSA).put("x", Base64Url.encode(raw))));
        var id = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        assertRejected(() ->
                Pem.read(PemTexts.block("PRIVATE KEY", new PrivateKeyInfo(id, new DEROctetString(raw)).getEncoded())));
    }

    /** A block of curve parameters may name a field of any size, and BouncyCastle would test it for primality. */
    @Test
    void readsManyBlocksAndWrittenOutCurvesAtBoundedCost() throws Exception {
        byte[] explicit = new org.bouncycastle.asn1.x9.X9ECParameters(
                        new org.bouncycastle.math.ec.ECCurve.Fp(
                                Curve.P521.order(), BigInteger.TWO, BigInteger.TWO, null, null, true),
                        new org.bouncycastle.asn1.x9.X9ECPoint(
                                new org.bouncycastle.math.ec.ECCurve.Fp(
                                        Curve.P521.order(), BigInteger.TWO, BigInteger.TWO, null, null, true),
                                new byte[] {0}),
                        Curve.P521.order())
                .getEncoded();
        String many = PemTexts.block("EC PARAMETERS", explicit).repeat(1000);
        assertRejected(() -> Pem.read(many));
        assertRejected(() -> Pem.read("-----BEGIN PRIVATE KEY-----".repeat(20_000)));
        String empty = "-----BEGIN A-----\n-----END A-----\n".repeat(20_000);
        assertRejected(() -> Pem.read(empty));
        assertThat(catchThrowableOfType(KeyRejectedException.class, () -> Pem.read(empty))
                        .detail())
                .isEqualTo("The PEM has more than 20 blocks");
    }

    /** A signature of a larger key takes too long; such a key still verifies. */
    @Test
    void signsWithAnRsaKeyOfAtMost4096Bits() {
        Jwk large = large(4104);
        KeyRejectedException e =
                catchThrowableOfType(KeyRejectedException.class, () -> SigningKey.of(large, Algorithm.RS256));
        assertThat(e.reason()).isEqualTo(Reason.RSA_SIZE);
        assertThat(e.detail()).contains("4104 bits", "4096");
        assertThat(large.algorithms()).contains(Algorithm.RS256);
    }

    /** Numbers in range that are no primes: the rejection does not need the primality. */
    private static Jwk large(int bits) {
        BigInteger p = new BigInteger(bits / 2, new Random(1))
                .setBit(bits / 2 - 1)
                .setBit(bits / 2 - 2)
                .setBit(0);
        BigInteger q = new BigInteger(bits / 2, new Random(2))
                .setBit(bits / 2 - 1)
                .setBit(bits / 2 - 2)
                .setBit(0);
        ObjectNode json = Keys.json("{'kty':'RSA','e':'AQAB','dp':'BQ','dq':'BQ','qi':'BQ','d':'BQ'}");
        json.put("n", Keys.encoded(p.multiply(q))).put("p", Keys.encoded(p)).put("q", Keys.encoded(q));
        return JwkReader.read(json);
    }

    /** The worst numbers in range: 4096 bits, one factor as long as the modulus, full exponents. */
    @Test
    void probesTheWorstNumbersInRangeAtBoundedCost() {
        BigInteger p = BigInteger.valueOf(3);
        BigInteger q =
                new BigInteger(4094, new Random(3)).setBit(4093).setBit(4092).setBit(0);
        BigInteger n = p.multiply(q);
        ObjectNode json = Keys.json("{'kty':'RSA','e':'AQAB','dp':'AQ','qi':'AQ'}");
        json.put("n", Keys.encoded(n))
                .put("d", Keys.encoded(n.subtract(BigInteger.TWO)))
                .put("p", Keys.encoded(p))
                .put("q", Keys.encoded(q))
                .put("dq", Keys.encoded(q.subtract(BigInteger.TWO)));
        assertRejected(() -> sign(JwkReader.read(json), Algorithm.RS256));
        ObjectNode plain = json.deepCopy().without(List.of("p", "q", "dp", "dq", "qi"));
        assertRejected(() -> sign(JwkReader.read(plain), Algorithm.PS512));
    }

    private static void sign(Jwk jwk, Algorithm algorithm) {
        SigningKey.of(jwk, algorithm);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void assertRejected(Work work) {
        CpuTime.assertBounded(() -> assertThat(catchThrowableOfType(KeyRejectedException.class, work::run))
                .isNotNull()
                .satisfies(e -> assertThat(e.reason())
                        .isIn(
                                Reason.MALFORMED,
                                Reason.HALVES_DIFFER,
                                Reason.RSA_SIZE,
                                Reason.RSA_EXPONENT,
                                Reason.UNSUPPORTED)));
    }
}
