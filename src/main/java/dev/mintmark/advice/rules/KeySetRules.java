package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.JWKS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.KeySetView;
import dev.mintmark.advice.KeyView;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.jose.UnverifiedJwk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules for published key sets. */
final class KeySetRules {
    private static final int MANY_KEYS = 20;
    private static final int LARGE = 65_536;

    static final List<Rule> RULES = List.of(
            Rule.named("jwks-oct-key", CRITICAL)
                    .title("A shared secret in a key set")
                    .in(JWKS)
                    .when("A key of the set has kty oct")
                    .why("The secret is public, and anyone can sign with it")
                    .fix("Remove the key, and replace the secret now")
                    .see("RFC 7517 9.2", "CWE-321")
                    .keySet((set, found) -> set.keys().stream()
                            .filter(key -> key.jwk().isSecret())
                            .forEach(key -> found.at(key.pointer(), "This key is a secret")))
                    .rule(),
            Rule.named("jwks-mixed-symmetry", HIGH)
                    .title("Secrets and public keys in one set")
                    .in(JWKS)
                    .when("The set has oct keys and asymmetric ones")
                    .why("It invites key confusion: one verifier handles both kinds of keys")
                    .fix("Store secrets separately, and publish public keys only")
                    .see("RFC 8725 2.1", "Wycheproof MixedKeySet")
                    .keySet((set, found) -> {
                        long secrets = set.keys().stream()
                                .filter(key -> key.jwk().isSecret())
                                .count();
                        if (secrets > 0 && secrets < set.keys().size()) {
                            found.at(KeySetView.POINTER, "The set mixes secrets with public keys");
                        }
                    })
                    .rule(),
            Rule.named("jwks-duplicate-kid", HIGH, LOW)
                    .title("Two keys with the same kid")
                    .in(JWKS)
                    .when("A kid occurs twice; low when the types of the keys differ")
                    .why("Which key verifies depends on the library")
                    .fix("Give each key a kid of its own, preferably its RFC 7638 thumbprint")
                    .see("RFC 7517 4.5", "RFC 7638", "Wycheproof DuplicateKid", "CWE-694")
                    .keySet(KeySetRules::duplicates)
                    .rule(),
            Rule.named("jwks-kid-missing", MEDIUM, LOW)
                    .title("A key without a kid")
                    .in(JWKS)
                    .when("A key has no kid; low when it is the only one")
                    .why("Verifiers have to try every key, and key rotation breaks")
                    .fix("Give each key a kid, preferably its RFC 7638 thumbprint")
                    .see("RFC 7517 4.5", "OpenID Connect Core 10.1")
                    .keySet((set, found) -> set.keys().stream()
                            .filter(key -> key.keyId().isEmpty())
                            .forEach(key -> found.at(
                                    key.at("kid"), set.keys().size() > 1 ? MEDIUM : LOW, "This key has no kid")))
                    .rule(),
            Rule.named("jwks-use-alg-missing", LOW, MEDIUM)
                    .title("A key without alg or use")
                    .in(JWKS)
                    .when("A key has no alg (medium for RSA) or neither use nor key_ops")
                    .why("The token, and thus an attacker, chooses the algorithm")
                    .fix("Add \"use\": \"sig\" and the alg of the signatures")
                    .see("RFC 8725 3.1", "RFC 7517 4.2, 4.4", "CVE-2026-22817", "CVE-2026-44699")
                    .keySet(KeySetRules::purposeMissing)
                    .rule(),
            Rule.named("jwks-key-reused", MEDIUM)
                    .title("One key in two entries")
                    .in(JWKS)
                    .when("The same key occurs under two kids, or for two algorithms or uses")
                    .why("An attack on one use of the key breaks the other")
                    .fix("Use a separate key for each algorithm and use")
                    .see("draft-ietf-oauth-rfc8725bis 3.1", "NIST SP 800-57 5.2")
                    .keySet(KeySetRules::reused)
                    .rule(),
            Rule.named("jwks-shape", MEDIUM, INFO)
                    .title("A key set that is hard to use")
                    .in(JWKS)
                    .when("The member keys is absent or empty, or has more than 20 keys or 64 KiB; a kty is not"
                            + " registered (info)")
                    .why("Every verifier fetches and parses it, and fails when it cannot")
                    .fix("Publish two or three keys: the current one, the next and the previous one")
                    .see("RFC 7517 5")
                    .keySet(KeySetRules::shape)
                    .rule());

    private KeySetRules() {}

    private static void duplicates(KeySetView set, Findings found) {
        Map<String, KeyView> first = new HashMap<>();
        for (KeyView key : set.keys()) {
            KeyView other = key.keyId().map(kid -> first.putIfAbsent(kid, key)).orElse(null);
            if (other != null) {
                boolean same = other.type().equals(key.type());
                found.at(
                        key.at("kid"),
                        same ? HIGH : LOW,
                        Masking.of(key.keyId().orElse("")),
                        "Another key in the set has the same kid" + (same ? "" : " and another type"));
            }
        }
    }

    /** A map of certificates has no place for alg and use. */
    private static void purposeMissing(KeySetView set, Findings found) {
        if (set.isCertificateMap()) {
            return;
        }
        for (KeyView key : set.keys()) {
            if (key.algorithm().isEmpty()) {
                found.at(key.at("alg"), key.type().equals("RSA") ? MEDIUM : LOW, "This key has no alg");
            }
            if (!key.jwk().has("use") && !key.jwk().has("key_ops")) {
                found.at(key.at("use"), LOW, "This key has no use");
            }
        }
    }

    private static void reused(KeySetView set, Findings found) {
        Map<String, KeyView> first = new HashMap<>();
        for (KeyView key : set.keys()) {
            Optional<String> thumbprint = key.jwk().thumbprint();
            KeyView other =
                    thumbprint.map(print -> first.putIfAbsent(print, key)).orElse(null);
            if (other != null && !isSameEntry(other.jwk(), key.jwk())) {
                found.at(key.pointer(), "The set also has this key under another kid, alg or use");
            }
        }
    }

    private static boolean isSameEntry(UnverifiedJwk one, UnverifiedJwk other) {
        return List.of("kid", "alg", "use").stream()
                .allMatch(name -> one.member(name).equals(other.member(name)));
    }

    private static void shape(KeySetView set, Findings found) {
        if (set.isCertificateMap()) {
            return;
        }
        JsonNode members = set.json().path("keys");
        if (!members.isArray() || members.isEmpty()) {
            found.at(KeySetView.POINTER, members.isArray() ? "The set is empty" : "The set has no array keys");
            return;
        }
        if (members.size() > MANY_KEYS) {
            found.at(KeySetView.POINTER, members.size() + " keys", "The set has " + members.size() + " keys");
        } else if (set.json().toString().length() > LARGE) {
            found.at(KeySetView.POINTER, "The set is larger than 64 KiB");
        }
        set.keys().stream()
                .filter(key -> !key.jwk().isOfKnownType())
                .forEach(key -> found.at(
                        key.at("kty"),
                        INFO,
                        Masking.of(key.type()),
                        "This key type is not registered; readers ignore the key"));
    }
}
