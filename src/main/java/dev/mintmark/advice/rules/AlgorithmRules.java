package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.JWK;
import static dev.mintmark.advice.SubjectType.JWKS;
import static dev.mintmark.advice.SubjectType.SECRET;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.CandidateKeys;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.KeyView;
import dev.mintmark.advice.KeyView.Place;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.AlgorithmNames;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.kinds.TokenKind;
import java.util.List;
import java.util.Optional;

/** The signing algorithm, and whether the key supports it. */
final class AlgorithmRules {
    private static final String ALG = "/header/alg";

    static final List<Rule> RULES = List.of(
            Rule.named("alg-none", CRITICAL)
                    .title("The token is not signed")
                    .in(TOKEN, SPEC)
                    .when("alg is none, in any spelling")
                    .why("Anyone can write any claim, and a verifier that accepts the token has no protection")
                    .fix("Sign with ES256, PS256 or Ed25519; in verifiers, list the allowed algorithms, never the"
                            + " forbidden ones")
                    .see(
                            "RFC 7518 3.6",
                            "RFC 8725 2.1, 3.1, 3.2",
                            "draft-ietf-oauth-rfc8725bis 2.11",
                            "CVE-2015-9235",
                            "CVE-2022-23540",
                            "CWE-347")
                    .header(AlgorithmRules::none)
                    .rule(),
            Rule.named("alg-missing", CRITICAL)
                    .title("The header names no algorithm")
                    .in(TOKEN, SPEC)
                    .when("alg is absent, null, empty or not a string")
                    .why("The signature cannot be checked; some libraries fall back to none")
                    .fix("Set alg to the algorithm that signs, for example ES256")
                    .see("RFC 7515 4.1.1", "CWE-347")
                    .header(AlgorithmRules::missing)
                    .rule(),
            Rule.named("alg-unregistered", HIGH)
                    .title("An unregistered algorithm")
                    .in(TOKEN, SPEC, JWK, JWKS, SECRET)
                    .when("alg or enc is not exactly a registered name for its place; names are case sensitive")
                    .why("Near misses such as hs256 bypass filters, and some libraries accepted any unknown"
                            + " name as a valid signature")
                    .fix("Use the exact registered name: HS256, RS256, PS256, ES256, Ed25519 …")
                    .see("RFC 7515 4.1.1", "RFC 7518 3.1", "draft-ietf-oauth-rfc8725bis 2.11", "CVE-2026-23993")
                    .header(AlgorithmRules::unregistered)
                    .key(AlgorithmRules::unregisteredKey)
                    .rule(),
            Rule.named("alg-key-mismatch", CRITICAL)
                    .title("The key is not for this algorithm")
                    .in(TOKEN, SECRET)
                    .when("A key was given, and its type or curve does not support the algorithm, or its own alg"
                            + " differs")
                    .why("This is the core of every confusion attack: use one key for exactly one algorithm")
                    .fix("Give every key its alg, and compare it with the header before verifying")
                    .see(
                            "RFC 8725 3.1",
                            "draft-ietf-oauth-rfc8725bis 3.1",
                            "CVE-2026-48523",
                            "CVE-2026-22817",
                            "CWE-327")
                    .header(AlgorithmRules::keyMismatch)
                    .key(AlgorithmRules::secretMismatch)
                    .rule(),
            Rule.named("alg-hmac-with-public-keyset", CRITICAL)
                    .title("HMAC with a public key")
                    .in(TOKEN, JWK, JWKS)
                    .when("alg is HS256, HS384 or HS512 while the key or key set is asymmetric, or the signature is an"
                            + " HMAC with the text of the public key")
                    .why("A verifier that uses its public key as HMAC secret accepts tokens from anyone, because anyone"
                            + " has that key")
                    .fix("Allow algorithms by the type of the key; reject HS* where a public key is configured")
                    .see(
                            "RFC 8725 2.1",
                            "CVE-2015-9235",
                            "CVE-2016-5431",
                            "CVE-2022-29217",
                            "CVE-2023-48223",
                            "CVE-2026-34950",
                            "CWE-347")
                    .header(AlgorithmRules::hmacWithPublicKeys)
                    .key(AlgorithmRules::hmacOnPublicKey)
                    .rule(),
            Rule.named("alg-hmac-shared", MEDIUM)
                    .title("Every verifier can also sign")
                    .in(TOKEN, SPEC)
                    .when("alg is HS256, HS384 or HS512, and the token is an access or ID token, has several audiences,"
                            + " or its audience is not its issuer")
                    .why("HMAC uses one secret for signing and verifying: each service that verifies the token"
                            + " can mint"
                            + " tokens for all others")
                    .fix("Sign with ES256 or RS256 and publish the public key, or use one secret for each pair of"
                            + " issuer"
                            + " and audience")
                    .see("OWASP JSON Web Token Cheat Sheet", "RFC 8725 3.5", "CWE-321")
                    .claims(AlgorithmRules::hmacShared)
                    .rule(),
            Rule.named("alg-rsa-pkcs1", INFO)
                    .title("RSA with PKCS #1 v1.5 padding")
                    .in(TOKEN, SPEC)
                    .when("alg is RS256, RS384 or RS512")
                    .why("PKCS #1 v1.5 is not broken, but older than PSS; FAPI 2 forbids it. RFC 9068 still requires"
                            + " support for RS256")
                    .fix("Use PS256 or ES256 where all verifiers support them, RS256 to reach every client")
                    .see("OWASP JSON Web Token Cheat Sheet", "RFC 9068 2.1")
                    .header((token, found) -> {
                        if (token.alg().startsWith("RS") && AlgorithmNames.isSignature(token.alg())) {
                            found.at(ALG, token.alg(), token.alg() + " is RSA with PKCS #1 v1.5 padding");
                        }
                    })
                    .rule(),
            Rule.named("alg-eddsa-polymorphic", LOW)
                    .title("EdDSA does not name its curve")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("alg is EdDSA")
                    .why("RFC 9864 deprecates the name: it does not tell a verifier which curve is used")
                    .fix("Use Ed25519, after checking that every verifier supports the newer name")
                    .see("RFC 9864", "draft-ietf-oauth-rfc8725bis 3.2")
                    .header((token, found) -> eddsa(ALG, token.alg(), found))
                    .key((key, found) -> eddsa(key.at("alg"), key.algorithm(), found))
                    .rule());

    private AlgorithmRules() {}

    private static void none(TokenView token, Findings found) {
        if (AlgorithmNames.isNone(token.alg())) {
            found.at(ALG, token.alg(), "The header says that the token is not signed");
        }
    }

    private static void missing(TokenView token, Findings found) {
        if (token.alg().isEmpty()) {
            JsonNode alg = token.header().path("alg");
            found.at(
                    ALG,
                    alg.isMissingNode() ? "absent" : Masking.of(alg),
                    "The header has no alg that is a" + " non-empty string");
        }
    }

    private static void unregistered(TokenView token, Findings found) {
        String alg = token.alg();
        boolean known = alg.isEmpty()
                || alg.equals("none")
                || (token.isEncrypted() ? AlgorithmNames.isKeyManagement(alg) : AlgorithmNames.isSignature(alg));
        if (!known) {
            found.at(ALG, Masking.of(alg), unregistered(alg));
        }
        JsonNode enc = token.header().path("enc");
        if (enc.isTextual() && !AlgorithmNames.isContentEncryption(enc.asText())) {
            found.at("/header/enc", Masking.of(enc), unregistered(enc.asText()));
        }
    }

    private static String unregistered(String name) {
        if (AlgorithmNames.isProhibited(name)) {
            return "This name is registered as prohibited";
        }
        if (AlgorithmNames.isRegistered(name)) {
            return "This name is registered, but not for this parameter";
        }
        return AlgorithmNames.ignoringCase(name)
                .map(right -> "Not a registered name; names are case sensitive, and the registered name is " + right)
                .orElse("Not a registered name");
    }

    private static void unregisteredKey(KeyView key, Findings found) {
        String alg = key.algorithm();
        if (!alg.isEmpty() && !AlgorithmNames.isRegistered(alg)) {
            found.at(key.at("alg"), Masking.of(alg), unregistered(alg));
        }
    }

    private static void keyMismatch(TokenView token, Findings found) {
        List<KeyView> candidates = CandidateKeys.of(token);
        if (candidates.isEmpty() || token.alg().isEmpty()) {
            return;
        }
        boolean anyFits = candidates.stream()
                .anyMatch(key -> AlgorithmNames.fits(token.alg(), key.type(), key.curve()) && agrees(key, token.alg()));
        if (!anyFits) {
            KeyView key = candidates.get(0);
            String of = key.algorithm().isEmpty() ? key.type() : key.type() + " for " + Masking.of(key.algorithm());
            found.at(ALG, Masking.of(token.alg()), "The given key (" + of + ") does not match this algorithm");
        }
    }

    private static boolean agrees(KeyView key, String alg) {
        return key.algorithm().isEmpty() || canonical(key.algorithm()).equals(canonical(alg));
    }

    /** EdDSA and Ed25519 name the same algorithm. */
    private static String canonical(String alg) {
        return alg.equals("EdDSA") ? "Ed25519" : alg;
    }

    private static void secretMismatch(KeyView key, Findings found) {
        if (key.place() == Place.LONE
                && key.jwk().isSecret()
                && AlgorithmNames.isSignature(key.algorithm())
                && !AlgorithmNames.isHmac(key.algorithm())) {
            found.at(key.pointer(), key.algorithm(), "A secret cannot sign with " + key.algorithm());
        }
    }

    private static void hmacWithPublicKeys(TokenView token, Findings found) {
        List<KeyView> candidates = CandidateKeys.of(token);
        if (!token.isHmac()
                || candidates.isEmpty()
                || candidates.stream().anyMatch(key -> key.jwk().isSecret())) {
            return;
        }
        Optional<KeyView> forger = candidates.stream()
                .filter(key -> PublicKeyHmac.isSignedWithPublicKey(token, key.jwk()))
                .findFirst();
        found.at(
                ALG,
                token.alg(),
                forger.map(key -> "The signature is an HMAC with the text of the public key: this token is forged")
                        .orElse("The keys are public keys, but alg is an HMAC"));
    }

    private static void hmacOnPublicKey(KeyView key, Findings found) {
        if (AlgorithmNames.isHmac(key.algorithm())
                && key.jwk().isOfKnownType()
                && !key.jwk().isSecret()) {
            found.at(key.at("alg"), key.algorithm(), "A public key is marked for HMAC");
        }
    }

    private static void hmacShared(TokenView token, Findings found) {
        if (!token.isHmac()) {
            return;
        }
        JsonNode audience = token.claims().path("aud");
        boolean elsewhere =
                !audience.isMissingNode() && !audience.equals(token.claims().path("iss"));
        if (token.is(TokenKind.ACCESS, TokenKind.ID) || elsewhere) {
            found.at(ALG, token.alg(), "The audience needs the secret to verify, and can also sign with it");
        }
    }

    private static void eddsa(String where, String alg, Findings found) {
        if (alg.equals("EdDSA")) {
            found.at(where, alg, "EdDSA is the older name for Ed25519 and Ed448");
        }
    }
}
