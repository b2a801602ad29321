package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.JWK;
import static dev.mintmark.advice.SubjectType.JWKS;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import dev.mintmark.advice.Findings;
import dev.mintmark.advice.KeyView;
import dev.mintmark.advice.KeyView.Place;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.text.AlgorithmNames;
import dev.mintmark.advice.text.Masking;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asymmetric keys: strength, validity, and the members of a JWK. */
final class KeyRules {
    private static final Set<String> JOSE_CURVES = Set.of("P-256", "P-384", "P-521");
    private static final BigInteger DEFAULT_EXPONENT = BigInteger.valueOf(65_537);
    private static final int MAX_EXPONENT_BITS = 64;

    static final List<Rule> RULES = List.of(
            Rule.named("rsa-size", HIGH, CRITICAL, MEDIUM, LOW, INFO)
                    .title("The size of an RSA key")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("The modulus has under 1,024 bits (critical), under 2,048 (high), over 8,192 (medium:"
                            + " slow), not a"
                            + " multiple of 8 (low), or under 3,072 (info: 112 bits of security)")
                    .why("Small moduli can be factored; large ones make every verification expensive")
                    .fix("Use ES256, or RSA with 3,072 bits: openssl genpkey -algorithm RSA -pkeyopt"
                            + " rsa_keygen_bits:3072")
                    .see("RFC 7518 3.3", "NIST SP 800-57", "NIST SP 800-131A", "NIST IR 8547", "CWE-326")
                    .key(KeyRules::size)
                    .rule(),
            Rule.named("rsa-exponent", CRITICAL, HIGH, MEDIUM)
                    .title("The exponent of an RSA key")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("e is 1, even, or not below n (critical); under 65,537 (high); over 64 bits (medium)")
                    .why("With e = 1 the padded hash is the signature; small exponents made forgeries possible")
                    .fix("Use e = 65537 (\"AQAB\")")
                    .see("NIST FIPS 186-5", "CWE-326")
                    .key(KeyRules::exponent)
                    .rule(),
            Rule.named("rsa-roca", CRITICAL)
                    .title("An RSA key that can be computed from its public key")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("The modulus has the fingerprint of the flawed generator of CVE-2017-15361")
                    .why("The private key can be computed from the public key at a moderate cost")
                    .fix("Generate a new key with a sound generator: openssl genpkey -algorithm RSA")
                    .see("CVE-2017-15361", "CWE-310")
                    .key((key, found) -> {
                        if (key.type().equals("RSA") && key.jwk().isRoca()) {
                            found.at(key.at("n"), "The modulus has the ROCA fingerprint");
                        }
                    })
                    .rule(),
            Rule.named("rsa-factorable", CRITICAL, LOW)
                    .title("An RSA modulus that can be factored")
                    // Not with a token: it takes a millisecond, which would slow down every verification.
                    .in(JWK, JWKS)
                    .when("n is even, has a small factor, is a square, or its primes are so close that Fermat's method"
                            + " finds them; a leading zero byte in n (low)")
                    .why("The generator was broken: the private key can be computed")
                    .fix("Generate a new key with a sound generator: openssl genpkey -algorithm RSA")
                    .see("CVE-2022-26320", "RFC 7518 6.3.1.1", "CWE-338")
                    .key(KeyRules::factorable)
                    .rule(),
            Rule.named("ec-curve", HIGH, INFO)
                    .title("A curve outside JOSE")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("crv of an EC key is not P-256, P-384 or P-521 (info for secp256k1)")
                    .why("The curve is weak, or verifiers do not support it")
                    .fix("Use P-256: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256")
                    .see("RFC 7518 6.2.1.1", "RFC 8812", "NIST FIPS 186-5")
                    .key(KeyRules::curve)
                    .rule(),
            Rule.named("ec-point-invalid", CRITICAL, MEDIUM)
                    .title("A point that is not on its curve")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("x and y do not fit the curve, are out of range or of low order; medium when only their"
                            + " length"
                            + " is wrong")
                    .why("A key agreement with such a point reveals the private key of the other party")
                    .fix("Generate a new key; check points when keys are imported")
                    .see("RFC 8725 3.4", "RFC 7518 6.2.1.2", "NIST SP 800-56A 5.6.2.3")
                    .key(KeyRules::point)
                    .rule(),
            Rule.named("jwk-alg-mismatch", HIGH)
                    .title("A key marked for an algorithm that it does not support")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("alg of the JWK is not registered, or the type or curve of the key does not support it")
                    .why("Some libraries ignore alg when there is only one key, others fail on the first token")
                    .fix("Set the alg that fits: ES256 for P-256, RS256 or PS256 for RSA, Ed25519 for Ed25519")
                    .see("RFC 7517 4.4", "Wycheproof key tcId 19, 20, 23-26")
                    .key(KeyRules::algorithm)
                    .rule(),
            Rule.named("jwk-use-keyops", MEDIUM, LOW)
                    .title("A key for two purposes")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("use and key_ops are both present (low) or contradict each other; key_ops has"
                            + " duplicates; use is"
                            + " neither sig nor enc, or enc on a signing key; a private operation on a"
                            + " public key")
                    .why("A key must have one purpose: do not sign and decrypt with the same key")
                    .fix("Set \"use\": \"sig\" or \"key_ops\": [\"verify\"]")
                    .see("RFC 7517 4.2, 4.3")
                    .key(KeyPurposeRules::look)
                    .rule(),
            Rule.named("jwk-private-member", CRITICAL)
                    .title("A private key where a public one belongs")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("d, p, q, dp, dq, qi, oth, k or priv in a JWK that should be public: in a key set, a"
                            + " header, cnf"
                            + " or sub_jwk, or handed over to verify")
                    .why("Anyone who can read it can sign in your name")
                    .fix("Publish the public members only, and replace the key now")
                    .see("RFC 7517 9.2", "RFC 7518 6", "CWE-200")
                    .key(KeyRules::privateMember)
                    .rule(),
            Rule.named("jwk-known-sample-key", CRITICAL)
                    .title("A key from a specification or a sample page")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when(
                            "The thumbprint is that of a key pair whose private key is published: RFCs, jwt.io, test suites")
                    .why("Anyone can sign with it")
                    .fix("Generate a key of your own: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256")
                    .see("RFC 7638", "CWE-321")
                    .key((key, found) -> {
                        if (key.jwk().isSampleKey() && !key.jwk().isSecret()) {
                            found.at(key.pointer(), "The private key of this key pair is published on the internet");
                        }
                    })
                    .rule(),
            Rule.named("jwk-cert-mismatch", HIGH)
                    .title("Key and certificate do not match")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("The first certificate of x5c belongs to another key or is not valid now, or x5t or"
                            + " x5t#S256 is not its"
                            + " thumbprint")
                    .why("The entry names two identities, and the reader decides which one is trusted")
                    .fix("Create the entry from the certificate again, or remove x5c and x5t")
                    .see("RFC 7517 4.7-4.9", "CWE-295")
                    .key(CertificateChecks::key)
                    .rule());

    private KeyRules() {}

    private static Optional<BigInteger> modulus(KeyView key) {
        return key.type().equals("RSA") ? key.jwk().number("n") : Optional.empty();
    }

    private static void size(KeyView key, Findings found) {
        modulus(key).ifPresent(n -> {
            int bits = n.bitLength();
            String where = key.at("n");
            String observed = bits + " bits";
            if (bits < 2_048) {
                found.at(
                        where,
                        bits < 1_024 ? CRITICAL : HIGH,
                        observed,
                        "An RSA modulus of " + bits + " bits is too short");
            } else if (bits > 8_192) {
                found.at(where, MEDIUM, observed, "An RSA modulus of " + bits + " bits makes verification slow");
            } else if (bits % 8 != 0) {
                found.at(where, LOW, observed, "The length of the modulus is not a multiple of 8 bits");
            } else if (bits < 3_072) {
                found.at(
                        where,
                        INFO,
                        observed,
                        "An RSA key of " + bits + " bits has 112 bits of security, enough until 2030");
            }
        });
    }

    private static void exponent(KeyView key, Findings found) {
        Optional<BigInteger> exponent = key.type().equals("RSA") ? key.jwk().number("e") : Optional.empty();
        exponent.ifPresent(e -> {
            boolean broken = e.equals(BigInteger.ONE)
                    || !e.testBit(0)
                    || modulus(key).filter(n -> e.compareTo(n) >= 0).isPresent();
            String observed = e.bitLength() > MAX_EXPONENT_BITS ? e.bitLength() + " bits" : e.toString();
            if (broken) {
                found.at(key.at("e"), CRITICAL, observed, "e is 1, even, or not below n");
            } else if (e.compareTo(DEFAULT_EXPONENT) < 0) {
                found.at(key.at("e"), HIGH, observed, "e is small");
            } else if (e.bitLength() > MAX_EXPONENT_BITS) {
                found.at(key.at("e"), MEDIUM, observed, "e is so large that verifiers are slow or reject the key");
            }
        });
    }

    private static void factorable(KeyView key, Findings found) {
        modulus(key).ifPresent(n -> {
            String flaw = RsaFactors.flaw(n);
            boolean padded = key.jwk().bytes("n").filter(bytes -> bytes[0] == 0).isPresent();
            if (!flaw.isEmpty()) {
                found.at(key.at("n"), CRITICAL, "The modulus " + flaw);
            } else if (padded) {
                found.at(key.at("n"), LOW, "n has a leading zero byte, so its thumbprint differs from the usual one");
            }
        });
    }

    private static void curve(KeyView key, Findings found) {
        if (key.type().equals("EC") && !JOSE_CURVES.contains(key.curve())) {
            boolean bitcoin = key.curve().equals("secp256k1");
            found.at(key.at("crv"), bitcoin ? INFO : HIGH, Masking.of(key.curve()), "Few verifiers support this curve");
        }
    }

    private static void point(KeyView key, Findings found) {
        switch (key.jwk().point()) {
            case OFF_CURVE -> found.at(key.at("x"), CRITICAL, "The point is not on its curve, or of low order");
            case WRONG_LENGTH -> found.at(key.at("x"), MEDIUM, "A coordinate has the wrong length for its curve");
            default -> {
                // Valid, or checked by other rules.
            }
        }
    }

    private static void algorithm(KeyView key, Findings found) {
        String alg = key.algorithm();
        boolean signing = key.jwk().text("use").filter("sig"::equals).isPresent();
        boolean encrypting = AlgorithmNames.isKeyManagement(alg) || AlgorithmNames.isContentEncryption(alg);
        boolean unfit = !AlgorithmNames.isRegistered(alg)
                || !AlgorithmNames.fits(alg, key.type(), key.curve())
                || (signing && encrypting);
        if (!alg.isEmpty() && key.jwk().isOfKnownType() && !key.jwk().isBareSecret() && unfit) {
            found.at(
                    key.at("alg"),
                    Masking.of(alg),
                    "A key of type " + key.type() + " does not support this" + " algorithm");
        }
    }

    private static void privateMember(KeyView key, Findings found) {
        Set<String> members = key.jwk().privateMembers();
        boolean secretWherePublic = key.jwk().isSecret() && key.place() != Place.PUBLISHED;
        if (key.place() != Place.SIGNING && !secretWherePublic && !members.isEmpty()) {
            if (key.jwk().isSecret()) {
                found.atWithFix(
                        key.pointer(),
                        CRITICAL,
                        "This is a secret; where it is published, anyone can sign with it",
                        "Remove it, and replace the secret now: openssl rand -base64 32");
                return;
            }
            String names = members.stream().sorted().collect(Collectors.joining(", "));
            found.at(key.pointer(), names, "This key has private members; if it is published, it is compromised");
        }
    }
}
