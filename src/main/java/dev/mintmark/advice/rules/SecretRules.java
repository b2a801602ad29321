package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.SubjectType.JWK;
import static dev.mintmark.advice.SubjectType.JWKS;
import static dev.mintmark.advice.SubjectType.SECRET;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import dev.mintmark.advice.Findings;
import dev.mintmark.advice.KeyView;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.secrets.Entropy;
import dev.mintmark.advice.secrets.SecretScan;
import java.util.List;

/** HMAC secrets: length, randomness, well-known values. */
final class SecretRules {
    /** Below this, no key is approved (SP 800-131A). */
    private static final int HOPELESS_BITS = 112;

    static final List<Rule> RULES = List.of(
            Rule.named("hmac-secret-too-short", HIGH, CRITICAL)
                    .title("The secret is shorter than its hash")
                    .in(TOKEN, SPEC, JWK, JWKS, SECRET)
                    .when("HS256 under 256 bits, HS384 under 384, HS512 under 512; critical under 112 bits")
                    .why("An attacker who has one token can guess the secret offline at full hardware speed")
                    .fix("openssl rand -base64 32 (HS256), 48 (HS384), 64 (HS512)")
                    .see("RFC 7518 3.2", "RFC 8725 3.5", "NIST SP 800-131A", "CWE-326")
                    .key(SecretRules::tooShort)
                    .rule(),
            Rule.named("hmac-secret-well-known", CRITICAL)
                    .title("A well-known secret")
                    .in(TOKEN, SPEC, JWK, JWKS, SECRET)
                    .when("The secret, as given, trimmed or decoded, is on the list of secrets from documentation,"
                            + " tutorials and defaults, or is a sample key of a specification")
                    .why("Anyone can sign any token with it")
                    .fix("Replace it now: openssl rand -base64 32; reject all tokens signed with it")
                    .see("OWASP JSON Web Token Cheat Sheet", "CWE-321", "CWE-798")
                    .key((key, found) -> {
                        if (key.isWellKnown()) {
                            found.at(key.secretPointer(), "This secret is on the list of well-known secrets");
                        }
                    })
                    .rule(),
            Rule.named("hmac-secret-cracked", CRITICAL)
                    .title("Signed with a well-known secret")
                    .in(TOKEN)
                    .when("No key was given, and a secret on the list of well-known secrets produces this signature")
                    .why("Anyone can sign any token with this secret, and the token shows that it is in use")
                    .fix("Replace the secret now: openssl rand -base64 32; treat all tokens as forged")
                    .see("RFC 8725 2.2", "RFC 8725 3.5", "CWE-521")
                    .form((token, found) -> token.scan()
                            .filter(SecretScan.Found.class::isInstance)
                            .ifPresent(outcome -> found.at("/signature", "A well-known secret signed this token")))
                    .rule(),
            Rule.named("hmac-secret-low-entropy", HIGH)
                    .title("A secret that is not random")
                    .in(TOKEN, SPEC, JWK, JWKS, SECRET)
                    .when("All bytes are equal, a pattern repeats, bytes count up or down, there are fewer than 10"
                            + " different bytes,"
                            + " or it is text with less than 128 bits of entropy")
                    .why("Password-guessing programs find secrets that people made up")
                    .fix("Use random bytes: openssl rand -base64 32")
                    .see("RFC 8725 3.5", "RFC 7518 8.8", "CWE-331")
                    .key((key, found) -> key.jwk().secret().ifPresent(secret -> {
                        String flaw = Entropy.flaw(secret);
                        if (!flaw.isEmpty()) {
                            found.at(key.secretPointer(), "The secret " + flaw);
                        }
                    }))
                    .rule(),
            Rule.named("hmac-secret-is-public-key", CRITICAL)
                    .title("A public key used as a secret")
                    .in(TOKEN, SPEC, JWK, JWKS, SECRET)
                    .when("The secret is a public key in PEM, OpenSSH, DER or JWK form or a bare point, with or"
                            + " without spaces around it")
                    .why("Anyone has the public key, so anyone can sign")
                    .fix("Use the key with its own algorithm (RS256, ES256), and a random secret for HMAC")
                    .see("RFC 8725 2.1", "CVE-2022-29217", "CVE-2023-48223", "CVE-2026-34950", "CWE-321")
                    .key((key, found) -> {
                        if (key.jwk().isPublicKeyAsSecret()) {
                            found.at(key.secretPointer(), "The secret is a public key");
                        }
                    })
                    .rule());

    private SecretRules() {}

    private static void tooShort(KeyView key, Findings found) {
        key.jwk().secret().ifPresent(secret -> {
            int bits = secret.length * 8;
            int needed = key.algorithm().equals("HS512") ? 512 : key.algorithm().equals("HS384") ? 384 : 256;
            if (bits < needed) {
                found.at(
                        key.secretPointer(),
                        bits < HOPELESS_BITS ? CRITICAL : HIGH,
                        bits + " bits",
                        "The secret has " + bits + " bits; it needs " + needed);
            }
        });
    }
}
