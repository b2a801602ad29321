package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.SubjectType.TOKEN;

import dev.mintmark.advice.CandidateKeys;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.AlgorithmNames;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Curve;
import dev.mintmark.jose.TokenForm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The bytes of a signature, as far as they can be checked without a key. */
final class SignatureRules {
    private static final String SIGNATURE = "/signature";
    private static final int SMALLEST_RSA_BYTES = 256;
    private static final int MAX_RSA_BYTES = 2048;
    private static final int MIN_DER = 8;

    static final List<Rule> RULES = List.of(
            Rule.named("signature-empty", CRITICAL)
                    .title("The signature is missing")
                    .in(TOKEN)
                    .when("alg names an algorithm, and the third part is empty")
                    .why("A verifier that skips an absent signature accepts any claim")
                    .fix("Sign the token, and reject empty signatures in verifiers")
                    .see("CVE-2020-28042", "RFC 7515 5.2", "CWE-347")
                    .header(SignatureRules::empty)
                    .rule(),
            Rule.named("signature-length", HIGH)
                    .title("The signature has the wrong length for its algorithm")
                    .in(TOKEN)
                    .when("HS256 32, HS384 48, HS512 64; ES256 64, ES384 96, ES512 132; Ed25519 64, Ed448 114"
                            + " bytes; RSA"
                            + " as many as the modulus")
                    .why("The signature was cut or has another encoding, and can never be verified; DER instead of r"
                            + " and s"
                            + " made forged signatures possible")
                    .fix("In JOSE, an ECDSA signature is r and s concatenated at fixed length, not DER")
                    .see("RFC 7518 3.2-3.5", "RFC 8037 3.1", "CVE-2022-21449")
                    .header(SignatureRules::length)
                    .rule(),
            Rule.named("ecdsa-signature-range", CRITICAL)
                    .title("An ECDSA signature that is valid for every message")
                    .in(TOKEN)
                    .when("ES*: r or s is zero, or not below the order of the curve")
                    .why("Java 15 to 18 before April 2022 accepted zeros as a valid signature of any message")
                    .fix("Reject the token; run a patched JDK, and check that r and s are in range")
                    .see("CVE-2022-21449", "Wycheproof tcId 378-401", "CWE-347")
                    .header(SignatureRules::range)
                    .rule());

    private SignatureRules() {}

    private static void empty(TokenView token, Findings found) {
        boolean unsigned = token.form()
                .filter(form -> form.dots() == 2)
                .filter(form -> form.parts().get(2).text().isEmpty())
                .isPresent();
        if (unsigned && !AlgorithmNames.isNone(token.alg())) {
            found.at(
                    SIGNATURE,
                    "The header says " + (token.alg().isEmpty() ? "nothing" : Masking.of(token.alg()))
                            + ", but the signature is empty");
        }
    }

    private static void length(TokenView token, Findings found) {
        Optional<byte[]> signature = token.signature();
        if (signature.isEmpty() || !AlgorithmNames.isSignature(token.alg())) {
            return;
        }
        byte[] bytes = signature.get();
        if (!fits(token, bytes.length)) {
            String der = token.alg().startsWith("ES") && isDer(bytes) ? "; it is DER instead of r and s" : "";
            found.at(
                    SIGNATURE,
                    bytes.length + " bytes",
                    "A signature of " + token.alg() + " does not have " + bytes.length + " bytes" + der);
        }
    }

    private static boolean fits(TokenView token, int length) {
        String alg = token.alg();
        if (alg.equals("EdDSA")) {
            return length == AlgorithmNames.signatureBytes("Ed25519")
                    || length == AlgorithmNames.signatureBytes("Ed448");
        }
        if (!alg.startsWith("RS") && !alg.startsWith("PS")) {
            return length == AlgorithmNames.signatureBytes(alg);
        }
        List<Integer> moduli = CandidateKeys.of(token).stream()
                .flatMap(key -> key.jwk().number("n").stream())
                .map(n -> (n.bitLength() + 7) / 8)
                .toList();
        boolean plausible = length >= SMALLEST_RSA_BYTES && length <= MAX_RSA_BYTES && length % 8 == 0;
        return moduli.isEmpty() ? plausible : moduli.contains(length);
    }

    /** Whether the bytes are a DER SEQUENCE (X.690). */
    private static boolean isDer(byte[] bytes) {
        return bytes.length >= MIN_DER
                && bytes[0] == 0x30
                && ((bytes[1] & 0xff) == bytes.length - 2
                        || ((bytes[1] & 0xff) == 0x81 && (bytes[2] & 0xff) == bytes.length - 3));
    }

    private static void range(TokenView token, Findings found) {
        if (!token.alg().startsWith("ES")) {
            return;
        }
        Optional<Curve> curve = token.algorithm().flatMap(Algorithm::curve);
        Optional<byte[]> bytes = token.signature().filter(b -> b.length == AlgorithmNames.signatureBytes(token.alg()));
        boolean outside = bytes.filter(b -> curve.map(c -> !c.isInRange(b)).orElseGet(() -> hasZeroHalf(b)))
                .isPresent();
        boolean allZero = token.form()
                .filter(form -> form.dots() == 2)
                .map(TokenForm::parts)
                .flatMap(parts -> parts.get(2).bytes())
                .filter(b -> b.length > 0 && isZero(b, 0, b.length))
                .isPresent();
        boolean zeroInDer = token.signature()
                .filter(SignatureRules::isDer)
                .filter(SignatureRules::hasZeroInteger)
                .isPresent();
        if (outside || allZero || zeroInDer) {
            found.at(SIGNATURE, "r or s is zero, or not below the order of the curve");
        }
    }

    /** Whether one of the two INTEGERs is zero, encoded as 02 01 00 (CVE-2022-21449). */
    private static boolean hasZeroInteger(byte[] der) {
        int first = (der[1] & 0xff) == 0x81 ? 3 : 2;
        int second = first + 2 + (der[first + 1] & 0xff);
        return isZeroInteger(der, first) || isZeroInteger(der, second);
    }

    private static boolean isZeroInteger(byte[] der, int at) {
        return at + 2 < der.length && der[at] == 2 && der[at + 1] == 1 && der[at + 2] == 0;
    }

    private static boolean hasZeroHalf(byte[] bytes) {
        int half = bytes.length / 2;
        return isZero(bytes, 0, half) || isZero(bytes, half, bytes.length);
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }
}
