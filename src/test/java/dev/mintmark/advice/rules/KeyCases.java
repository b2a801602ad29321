package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.rules.RuleCase.jwk;
import static dev.mintmark.advice.rules.RuleCase.jwks;
import static dev.mintmark.advice.rules.RuleCase.secret;
import static dev.mintmark.advice.rules.RuleCase.token;
import static dev.mintmark.advice.rules.TestKeys.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.RfcVectors;
import dev.mintmark.advice.Subject;
import dev.mintmark.jose.Base64Url;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Cases of {@link SecretRules}, {@link KeyRules} and {@link KeySetRules}. */
final class KeyCases {
    private static final String RANDOM = "u7#Qz!9fLw2@Xk5$Rb8%Tn3^Ym6&Vc1*Hd4(Jg0)Ps";
    private static final Subject RSA = jwk(TestKeys.RSA.toString());
    private static final Subject EC = jwk(TestKeys.EC.toString());
    private static final String KID_A =
            with(TestKeys.EC, "kid", "a", "use", "sig", "alg", "ES256").toString();
    private static final String KID_B =
            with(TestKeys.RSA, "kid", "b", "use", "sig", "alg", "RS256").toString();
    private static final Subject SET = jwks(KID_A, KID_B);
    private static final String OCT = "{'kty':'oct','kid':'o','use':'sig','alg':'HS256','k':'"
            + Base64Url.encode(RANDOM.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "'}";

    private static final List<RuleCase> SECRET = List.of(
            new RuleCase(
                    "hmac-secret-too-short",
                    HIGH,
                    "/key",
                    secret(RANDOM.substring(0, 31), "HS256"),
                    secret(RANDOM.substring(0, 32), "HS256")),
            new RuleCase("hmac-secret-too-short", HIGH, "/key", secret(RANDOM, "HS384"), secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-too-short",
                    CRITICAL,
                    "/key",
                    secret(RANDOM.substring(0, 13), "HS256"),
                    secret(RANDOM.substring(0, 14), "HS256")),
            new RuleCase("hmac-secret-too-short", CRITICAL, "/key/k", jwk("{'kty':'oct','k':'AAAA'}"), jwk(OCT)),
            new RuleCase(
                    "hmac-secret-too-short",
                    HIGH,
                    "/key",
                    token("{'alg':'HS512'}", "{}", bare(RANDOM)),
                    token("{'alg':'HS256'}", "{}", bare(RANDOM))),
            new RuleCase(
                    "hmac-secret-well-known",
                    CRITICAL,
                    "/key",
                    secret("your-256-bit-secret", "HS256"),
                    secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-well-known",
                    CRITICAL,
                    "/key",
                    secret(" changeme\n", "HS256"),
                    secret("changeme" + RANDOM, "HS256")),
            new RuleCase("hmac-secret-well-known", CRITICAL, "/key/k", jwk(RfcVectors.RFC7515_A1.jwk()), jwk(OCT)),
            new RuleCase(
                    "hmac-secret-cracked",
                    CRITICAL,
                    "/signature",
                    RuleCase.raw(Forged.token(new byte[1], "{'sub':'a'}")),
                    RuleCase.raw(Forged.token(RANDOM))),
            new RuleCase(
                    "hmac-secret-cracked",
                    CRITICAL,
                    "/signature",
                    RuleCase.raw(Forged.token("secret")),
                    RuleCase.raw(Forged.token(RANDOM))),
            new RuleCase(
                    "hmac-secret-low-entropy", HIGH, "/key", secret("x".repeat(40), "HS256"), secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-low-entropy",
                    HIGH,
                    "/key",
                    secret("0123456789abcdef0123456789abcdef", "HS256"),
                    secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-low-entropy",
                    HIGH,
                    "/key",
                    secret("ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abc".replace("]", "\\]"), "HS256"),
                    secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-low-entropy",
                    HIGH,
                    "/key",
                    secret("ababbabaabbabaababba0110100110010110", "HS256"),
                    secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-low-entropy",
                    HIGH,
                    "/key",
                    secret("my company password of 2026 !", "HS256"),
                    secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-is-public-key",
                    CRITICAL,
                    "/key",
                    secret(" " + TestKeys.EC, "HS256"),
                    secret(RANDOM, "HS256")),
            new RuleCase(
                    "hmac-secret-is-public-key",
                    CRITICAL,
                    "/key",
                    secret("\ufeff-----BEGIN PUBLIC KEY-----", "HS256"),
                    secret(RANDOM, "HS256")));

    private static final List<RuleCase> KEY = List.of(
            new RuleCase("rsa-size", CRITICAL, "/key/n", rsa(1_023), rsa(1_024)),
            new RuleCase("rsa-size", HIGH, "/key/n", rsa(2_047), rsa(2_048)),
            new RuleCase("rsa-size", INFO, "/key/n", rsa(2_048), rsa(3_072)),
            new RuleCase("rsa-size", LOW, "/key/n", rsa(2_049), rsa(2_056)),
            new RuleCase("rsa-size", MEDIUM, "/key/n", rsa(8_200), rsa(8_192)),
            new RuleCase(
                    "rsa-exponent",
                    CRITICAL,
                    "/key/e",
                    jwk(with(TestKeys.RSA, "e", "AQ").toString()),
                    RSA),
            new RuleCase(
                    "rsa-exponent",
                    CRITICAL,
                    "/key/e",
                    jwk(with(TestKeys.RSA, "e", "AQAC").toString()),
                    RSA),
            new RuleCase(
                    "rsa-exponent",
                    HIGH,
                    "/key/e",
                    jwk(with(TestKeys.RSA, "e", "Aw").toString()),
                    RSA),
            new RuleCase(
                    "rsa-exponent",
                    MEDIUM,
                    "/key/e",
                    jwk(with(TestKeys.RSA, "e", Base64Url.encode(bytes(9, 1))).toString()),
                    jwk(with(TestKeys.RSA, "e", Base64Url.encode(bytes(8, 1))).toString())),
            new RuleCase(
                    "rsa-roca",
                    CRITICAL,
                    "/key/n",
                    jwk(with(TestKeys.RSA, "n", number(roca())).toString()),
                    RSA),
            new RuleCase(
                    "rsa-factorable", CRITICAL, "/key/n", modulus(prime(1_024).pow(2)), RSA),
            new RuleCase(
                    "rsa-factorable", CRITICAL, "/key/n", modulus(prime(1_024).shiftLeft(1_024)), RSA),
            new RuleCase(
                    "rsa-factorable",
                    CRITICAL,
                    "/key/n",
                    modulus(prime(2_048).multiply(BigInteger.valueOf(65_521))),
                    modulus(prime(2_048).multiply(BigInteger.valueOf(65_537)))),
            new RuleCase("rsa-factorable", CRITICAL, "/key/n", modulus(close()), RSA),
            new RuleCase(
                    "rsa-factorable",
                    LOW,
                    "/key/n",
                    jwk(with(TestKeys.RSA, "n", Base64Url.encode(padded(TestKeys.RSA, "n")))
                            .toString()),
                    RSA),
            new RuleCase("ec-curve", HIGH, "/key/crv", jwk("{'kty':'EC','crv':'P-192'}"), EC),
            new RuleCase("ec-curve", INFO, "/key/crv", jwk("{'kty':'EC','crv':'secp256k1'}"), EC),
            new RuleCase(
                    "ec-point-invalid",
                    CRITICAL,
                    "/key/x",
                    jwk(with(TestKeys.EC, "x", Base64Url.encode(bytes(32, 1))).toString()),
                    EC),
            new RuleCase(
                    "ec-point-invalid",
                    CRITICAL,
                    "/key/x",
                    jwk(with(TestKeys.EC, "y", Base64Url.encode(bytes(32, 0xff)))
                            .toString()),
                    EC),
            new RuleCase(
                    "ec-point-invalid",
                    MEDIUM,
                    "/key/x",
                    jwk(with(TestKeys.EC, "x", Base64Url.encode(padded(TestKeys.EC, "x")))
                            .toString()),
                    EC),
            new RuleCase(
                    "ec-point-invalid",
                    MEDIUM,
                    "/key/x",
                    jwk(with(TestKeys.ED, "x", "AAAA").toString()),
                    jwk(TestKeys.ED.toString())),
            new RuleCase(
                    "ec-point-invalid",
                    CRITICAL,
                    "/key/x",
                    jwk("{'kty':'OKP','crv':'X25519','x':'" + Base64Url.encode(new byte[32]) + "'}"),
                    jwk("{'kty':'OKP','crv':'X25519','x':'" + Base64Url.encode(nine()) + "'}")),
            new RuleCase(
                    "jwk-alg-mismatch",
                    HIGH,
                    "/key/alg",
                    jwk(with(TestKeys.EC, "alg", "ES521").toString()),
                    jwk(with(TestKeys.EC, "alg", "ES256").toString())),
            new RuleCase(
                    "jwk-alg-mismatch",
                    HIGH,
                    "/key/alg",
                    jwk(with(TestKeys.EC384, "alg", "ES256").toString()),
                    jwk(with(TestKeys.EC384, "alg", "ES384").toString())),
            new RuleCase(
                    "jwk-alg-mismatch",
                    HIGH,
                    "/key/alg",
                    jwk(with(TestKeys.EC, "alg", "RS256").toString()),
                    jwk(with(TestKeys.RSA, "alg", "PS512").toString())),
            new RuleCase(
                    "jwk-alg-mismatch",
                    HIGH,
                    "/key/alg",
                    jwk("{'kty':'oct','use':'sig','alg':'A256GCM'}"),
                    jwk("{'kty':'oct','use':'enc','alg':'A256GCM'}")),
            new RuleCase(
                    "jwk-use-keyops",
                    MEDIUM,
                    "/key/use",
                    jwk(with(TestKeys.EC, "use", "signing").toString()),
                    jwk(with(TestKeys.EC, "use", "sig").toString())),
            new RuleCase(
                    "jwk-use-keyops",
                    MEDIUM,
                    "/key/use",
                    jwk(with(TestKeys.EC, "use", "enc", "alg", "ES256").toString()),
                    jwk(with(TestKeys.EC, "use", "enc", "alg", "ECDH-ES").toString())),
            new RuleCase(
                    "jwk-use-keyops",
                    LOW,
                    "/key/key_ops",
                    ops("'use':'sig','key_ops':['verify']"),
                    ops("'key_ops':['verify']")),
            new RuleCase(
                    "jwk-use-keyops",
                    MEDIUM,
                    "/key/key_ops",
                    ops("'use':'enc','key_ops':['verify']"),
                    ops("'use':'sig','key_ops':['verify']")),
            new RuleCase(
                    "jwk-use-keyops",
                    MEDIUM,
                    "/key/key_ops",
                    ops("'key_ops':['verify','verify']"),
                    ops("'key_ops':['verify']")),
            new RuleCase(
                    "jwk-use-keyops",
                    MEDIUM,
                    "/key/key_ops",
                    ops("'key_ops':['sign']"),
                    ops("'d':'AA','key_ops':['sign']")),
            new RuleCase(
                    "jwk-private-member",
                    CRITICAL,
                    "/key",
                    jwk(with(TestKeys.EC, "d", "AAAA").toString()),
                    EC),
            new RuleCase(
                    "jwk-private-member",
                    CRITICAL,
                    "/jwks/keys/0",
                    jwks(with(TestKeys.EC, "d", "AAAA").toString()),
                    jwks(TestKeys.EC.toString())),
            new RuleCase(
                    "jwk-private-member",
                    CRITICAL,
                    "/payload/cnf/jwk",
                    token("{}", "{'cnf':{'jwk':" + with(TestKeys.EC, "d", "AAAA") + "}}"),
                    token("{}", "{'cnf':{'jwk':" + TestKeys.EC + "}}")),
            new RuleCase(
                    "jwk-private-member",
                    CRITICAL,
                    "/key",
                    token("{'alg':'ES256'}", "{}", TestKeys.single(with(TestKeys.EC, "d", "AAAA"))),
                    token("{'alg':'HS256'}", "{}", bare(RANDOM))),
            new RuleCase("jwk-known-sample-key", CRITICAL, "/key", jwk(RfcVectors.RFC7515_A3.jwk()), EC),
            // A secret has no private half: hmac-secret-well-known tells of it.
            new RuleCase(
                    "jwk-known-sample-key",
                    CRITICAL,
                    "/key",
                    jwk(RfcVectors.RFC7515_A3.jwk()),
                    jwk(RfcVectors.RFC7515_A1.jwk())),
            new RuleCase(
                    "jwk-cert-mismatch",
                    HIGH,
                    "/key/x5c",
                    certified(TestKeys.EC.toString(), Certificates.issued()),
                    certified(Certificates.JWK, Certificates.issued())),
            new RuleCase(
                    "jwk-cert-mismatch",
                    HIGH,
                    "/key/x5c",
                    certified(Certificates.JWK, Certificates.expired()),
                    certified(Certificates.JWK, Certificates.issued())),
            new RuleCase(
                    "jwk-cert-mismatch",
                    HIGH,
                    "/key/x5c",
                    certified(Certificates.JWK, "AAAA"),
                    certified(Certificates.JWK, Certificates.issued())),
            new RuleCase(
                    "jwk-cert-mismatch",
                    HIGH,
                    "/key/x5t",
                    certified(Certificates.JWK.replace("{", "{'x5t':'AAAA',"), Certificates.issued()),
                    certified(Certificates.JWK, Certificates.issued())));

    private static final List<RuleCase> SETS = List.of(
            new RuleCase("jwks-oct-key", CRITICAL, "/jwks/keys/1", jwks(KID_A, OCT), SET),
            new RuleCase("jwks-mixed-symmetry", HIGH, "/jwks/keys", jwks(KID_A, OCT), jwks(OCT)),
            new RuleCase(
                    "jwks-duplicate-kid",
                    HIGH,
                    "/jwks/keys/1/kid",
                    jwks(KID_B, with(TestKeys.OTHER_RSA, "kid", "b").toString()),
                    SET),
            new RuleCase(
                    "jwks-duplicate-kid",
                    LOW,
                    "/jwks/keys/1/kid",
                    jwks(KID_A, with(TestKeys.RSA, "kid", "a").toString()),
                    SET),
            new RuleCase("jwks-kid-missing", MEDIUM, "/jwks/keys/1/kid", jwks(KID_A, TestKeys.RSA.toString()), SET),
            new RuleCase("jwks-kid-missing", LOW, "/jwks/keys/0/kid", jwks(TestKeys.RSA.toString()), jwks(KID_A)),
            new RuleCase(
                    "jwks-use-alg-missing",
                    MEDIUM,
                    "/jwks/keys/0/alg",
                    jwks(with(TestKeys.RSA, "kid", "a").toString()),
                    jwks(KID_B)),
            new RuleCase("jwks-use-alg-missing", LOW, "/jwks/keys/0/alg", jwks(TestKeys.EC.toString()), jwks(KID_A)),
            new RuleCase("jwks-use-alg-missing", LOW, "/jwks/keys/0/use", jwks(TestKeys.EC.toString()), jwks(KID_A)),
            new RuleCase(
                    "jwks-key-reused",
                    MEDIUM,
                    "/jwks/keys/1",
                    jwks(KID_A, KID_A.replace("\"kid\":\"a\"", "\"kid\":\"c\"")),
                    SET),
            new RuleCase("jwks-key-reused", MEDIUM, "/jwks/keys/1", jwks(KID_B, KID_B.replace("RS256", "PS256")), SET),
            new RuleCase("jwks-shape", MEDIUM, "/jwks/keys", jwks(), SET),
            new RuleCase("jwks-shape", MEDIUM, "/jwks/keys", new Subject.KeySet(RuleCase.object("{}")), SET),
            new RuleCase("jwks-shape", MEDIUM, "/jwks/keys", jwks(copies(21)), jwks(copies(20))),
            new RuleCase("jwks-shape", INFO, "/jwks/keys/0/kty", jwks("{'kty':'XYZ','kid':'a'}"), SET));

    static final List<RuleCase> ALL =
            Stream.of(SECRET, KEY, SETS).flatMap(List::stream).toList();

    private KeyCases() {}

    private static Subject.KnownKeys bare(String secret) {
        return Subject.KnownKeys.of(
                dev.mintmark.jose.UnverifiedJwk.ofSecret(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static Subject ops(String members) {
        return jwk("{'kty':'EC'," + members + "}");
    }

    private static Subject certified(String key, String certificate) {
        return jwk(key.replace('"', '\'').replaceFirst("\\{", "{'x5c':['" + certificate + "'],"));
    }

    private static String[] copies(int count) {
        String[] keys = new String[count];
        Arrays.fill(keys, KID_A);
        return keys;
    }

    /** A key of this size; it need not be usable. */
    private static Subject rsa(int bits) {
        return modulus(BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.valueOf(3)));
    }

    private static Subject modulus(BigInteger n) {
        return jwk(with(TestKeys.RSA, "n", number(n)).toString());
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Base64Url.encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static BigInteger prime(int bits) {
        return BigInteger.probablePrime(bits, new Random(7));
    }

    private static BigInteger close() {
        BigInteger p = prime(1_024);
        return p.multiply(p.nextProbablePrime());
    }

    /** The same number with a leading zero byte. */
    private static byte[] padded(ObjectNode key, String member) {
        byte[] number = Base64Url.decode(key.path(member).asText());
        byte[] padded = new byte[number.length + 1];
        System.arraycopy(number, 0, padded, 1, number.length);
        return padded;
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** The base point of X25519. */
    private static byte[] nine() {
        byte[] point = new byte[32];
        point[0] = 9;
        return point;
    }

    /** A product of numbers in the form of the flawed generator: k * M + 65537^a mod M. */
    private static BigInteger roca() {
        BigInteger m = BigInteger.TWO;
        for (int p = 3; p <= 167; p++) {
            if (BigInteger.valueOf(p).isProbablePrime(20)) {
                m = m.multiply(BigInteger.valueOf(p));
            }
        }
        BigInteger g = BigInteger.valueOf(65_537);
        return m.shiftLeft(1_820).add(g.modPow(BigInteger.valueOf(12_345), m));
    }
}
