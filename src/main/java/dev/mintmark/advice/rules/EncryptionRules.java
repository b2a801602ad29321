package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.JWK;
import static dev.mintmark.advice.SubjectType.JWKS;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.CandidateKeys;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.KeyView;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.AlgorithmNames;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.jose.CurvePoint;
import dev.mintmark.jose.TokenForm;
import java.util.List;

/** Encrypted tokens (JWE, RFC 7516), as far as they can be checked without decryption. */
final class EncryptionRules {
    private static final int MAX_ITERATIONS = 1_200_000;
    private static final int FEW_ITERATIONS = 600_000;
    private static final int TOO_FEW_ITERATIONS = 1_000;
    private static final int MIN_SALT = 8;
    private static final int GCM_IV = 12;
    private static final int GCM_TAG = 16;
    private static final int CBC_IV = 16;

    static final List<Rule> RULES = List.of(
            Rule.named("jwe-unauthenticated", HIGH)
                    .title("Encrypted, but not authenticated")
                    .in(TOKEN, SPEC)
                    .when("alg is a public-key algorithm (RSA*, ECDH-ES*), and cty does not say that the"
                            + " content is a signed JWT")
                    .why("Encryption needs only the public key: anyone who has it can write any claims")
                    .fix("Sign first, then encrypt with cty JWT; verify both layers")
                    .see("draft-ietf-oauth-rfc8725bis 2.3, 3.3", "CVE-2023-51774", "CVE-2026-29000", "CWE-347")
                    .header(EncryptionRules::unauthenticated)
                    .rule(),
            Rule.named("jwe-rsa1-5", HIGH)
                    .title("RSA encryption with broken padding")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("alg is RSA1_5")
                    .why("An attacker who can query a server for padding errors can decrypt without the key")
                    .fix("Use RSA-OAEP-256 or ECDH-ES")
                    .see("RFC 8725 3.2", "draft-ietf-jose-deprecate-none-rsa15", "CWE-780")
                    .header((token, found) -> rsa15("/header/alg", token.alg(), found))
                    .key((key, found) -> rsa15(key.at("alg"), key.algorithm(), found))
                    .rule(),
            Rule.named("jwe-zip", MEDIUM)
                    .title("Compressed before encryption")
                    .in(TOKEN, SPEC)
                    .when("The header of an encrypted token has zip")
                    .why("A few bytes decompress to gigabytes on the verifier, and the length reveals the content")
                    .fix("Do not compress; in readers, bound the decompressed size (250,000 bytes)")
                    .see(
                            "RFC 8725 3.6",
                            "draft-ietf-oauth-rfc8725bis 2.12, 3.15",
                            "CVE-2024-33664",
                            "CVE-2024-28176",
                            "CVE-2024-29371",
                            "CWE-409")
                    .header((token, found) -> {
                        // A signed token is not compressed, whatever its header says; LinkedIn's says so.
                        if (token.isEncrypted() && token.header().has("zip")) {
                            found.at(
                                    "/header/zip", Masking.of(token.header().path("zip")), "The content is compressed");
                        }
                    })
                    .rule(),
            Rule.named("jwe-p2c", HIGH, MEDIUM)
                    .title("Password-based encryption with a bad count or salt")
                    .in(TOKEN, SPEC)
                    .when("PBES2: p2c is not a whole number, over 1,200,000 or under 1,000 (high) or under 600,000"
                            + " (medium);"
                            + " p2s is shorter than 8 bytes")
                    .why("With a high count the sender of a token determines the CPU time of the verifier; with a"
                            + " low one the"
                            + " password can be guessed")
                    .fix("Reject PBES2 from unknown senders; check the bounds before deriving the key")
                    .see(
                            "RFC 7518 4.8.1",
                            "draft-ietf-oauth-rfc8725bis 2.10, 3.13",
                            "CVE-2023-51775",
                            "CVE-2023-52428",
                            "CVE-2023-50966",
                            "CVE-2026-27932",
                            "CWE-770")
                    .header(EncryptionRules::iterations)
                    .rule(),
            Rule.named("jwe-params-invalid", HIGH)
                    .title("Invalid encryption parameters")
                    .in(TOKEN)
                    .when("GCM without an iv of 12 and a tag of 16 bytes; CBC without an iv of 16 bytes; an epk"
                            + " that is not on"
                            + " its curve, is on another curve than the recipient's, or has private members")
                    .why("Short tags can be guessed, and points off the curve reveal the private key")
                    .fix("Check sizes and points before decryption")
                    .see("RFC 7518 4.6, 5.3", "RFC 8725 3.4", "CVE-2023-37464", "CWE-354")
                    .header(EncryptionRules::parameters)
                    .rule());

    private EncryptionRules() {}

    private static void unauthenticated(TokenView token, Findings found) {
        boolean nested = token.header().path("cty").asText("").equalsIgnoreCase("JWT");
        if (token.isEncrypted() && AlgorithmNames.isPublicKeyEncryption(token.alg()) && !nested) {
            found.at("/header/alg", token.alg(), "Nothing says that the encrypted content is signed");
        }
    }

    private static void rsa15(String where, String alg, Findings found) {
        if (alg.equals("RSA1_5")) {
            found.at(where, alg, "The key is encrypted with PKCS #1 v1.5 padding");
        }
    }

    private static void iterations(TokenView token, Findings found) {
        if (!token.alg().startsWith("PBES2-")) {
            return;
        }
        JsonNode count = token.header().path("p2c");
        if (!count.isIntegralNumber() || count.bigIntegerValue().bitLength() > Integer.SIZE - 1) {
            found.at("/header/p2c", HIGH, Masking.of(count), "p2c is not a whole number within bounds");
        } else if (count.asInt() > MAX_ITERATIONS || count.asInt() < TOO_FEW_ITERATIONS) {
            found.at("/header/p2c", HIGH, Masking.of(count), "The iteration count is out of bounds");
        } else if (count.asInt() < FEW_ITERATIONS) {
            found.at("/header/p2c", MEDIUM, Masking.of(count), "The iteration count is low for current hardware");
        }
        int salt = bytes(token.header().path("p2s").asText(""));
        if (salt < MIN_SALT) {
            found.at("/header/p2s", HIGH, salt + " bytes", "The salt has fewer than 8 bytes");
        }
    }

    private static void parameters(TokenView token, Findings found) {
        if (!token.isEncrypted()) {
            return;
        }
        String enc = token.header().path("enc").asText("");
        token.form().filter(TokenForm::isEncrypted).ifPresent(form -> {
            int iv = form.bytes(2).map(b -> b.length).orElse(0);
            int tag = form.bytes(4).map(b -> b.length).orElse(0);
            if (enc.endsWith("GCM") && (iv != GCM_IV || tag != GCM_TAG)) {
                found.at(
                        FormRules.WHOLE,
                        "iv " + iv + ", tag " + tag + " bytes",
                        "GCM has an iv of 12 and a tag of 16 bytes");
            }
            if (enc.contains("CBC-HS") && (iv != CBC_IV || tag != AlgorithmNames.tagBytes(enc))) {
                found.at(
                        FormRules.WHOLE,
                        "iv " + iv + ", tag " + tag + " bytes",
                        "The iv or the tag has the wrong length");
            }
        });
        if (token.alg().endsWith("GCMKW")) {
            size("iv", GCM_IV, token, found);
            size("tag", GCM_TAG, token, found);
        }
        KeyView.of(token.header().path("epk"), "/header/epk", KeyView.Place.PUBLISHED, token.background())
                .ifPresent(epk -> ephemeralKey(epk, token, found));
    }

    private static void size(String name, int bytes, TokenView token, Findings found) {
        int length = bytes(token.header().path(name).asText(""));
        if (length != bytes) {
            found.at(
                    "/header/" + name,
                    length + " bytes",
                    "The " + name + " of AES GCM key wrapping has " + bytes + " bytes");
        }
    }

    private static void ephemeralKey(KeyView epk, TokenView token, Findings found) {
        boolean otherCurve = !token.keys().isEmpty()
                && CandidateKeys.of(token).stream().noneMatch(key -> key.curve().equals(epk.curve()));
        CurvePoint point = epk.jwk().point();
        if (epk.jwk().has("d")) {
            found.at(epk.pointer(), "The ephemeral key has private members");
        } else if (point == CurvePoint.OFF_CURVE || point == CurvePoint.WRONG_LENGTH) {
            found.at(epk.pointer(), "The ephemeral key is not a point on its curve");
        } else if (otherCurve) {
            found.at(
                    epk.pointer(),
                    Masking.of(epk.curve()),
                    "The ephemeral key is on another curve than the recipient's");
        }
    }

    private static int bytes(String base64url) {
        return base64url.length() * 3 / 4;
    }
}
