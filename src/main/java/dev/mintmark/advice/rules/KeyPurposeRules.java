package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.KeyView;
import dev.mintmark.advice.text.AlgorithmNames;
import dev.mintmark.advice.text.Masking;
import java.util.HashSet;
import java.util.Set;

/** The stated purpose of a JWK (RFC 7517 sections 4.2, 4.3). */
final class KeyPurposeRules {
    private static final Set<String> OF_SIGNING = Set.of("sign", "verify");
    private static final Set<String> PRIVATE = Set.of("sign", "decrypt", "unwrapKey");

    private KeyPurposeRules() {}

    static void look(KeyView key, Findings found) {
        String use = key.jwk().member("use").asText("");
        if (key.jwk().has("use")) {
            if (!use.equals("sig") && !use.equals("enc")) {
                found.at(key.at("use"), MEDIUM, Masking.of(use), "use is neither sig nor enc");
            } else if (use.equals("enc") && AlgorithmNames.isSignature(key.algorithm())) {
                found.at(key.at("use"), MEDIUM, use, "use says encryption, but alg is a signature algorithm");
            }
        }
        if (key.jwk().has("key_ops")) {
            operations(key, use, found);
        }
    }

    private static void operations(KeyView key, String use, Findings found) {
        JsonNode list = key.jwk().member("key_ops");
        Set<String> operations = new HashSet<>();
        boolean distinct = list.isArray();
        for (JsonNode operation : list) {
            distinct = operation.isTextual() && operations.add(operation.asText()) && distinct;
        }
        String where = key.at("key_ops");
        if (!distinct) {
            found.at(where, MEDIUM, "key_ops is not a list of distinct names");
        }
        boolean isPublic = !key.jwk().isSecret() && key.jwk().privateMembers().isEmpty();
        if (isPublic && operations.stream().anyMatch(PRIVATE::contains)) {
            found.at(where, MEDIUM, "A public key is marked for an operation that needs the private key");
        }
        if (key.jwk().has("use")) {
            boolean fits = operations.stream().allMatch(name -> OF_SIGNING.contains(name) == use.equals("sig"));
            found.at(
                    where,
                    fits ? LOW : MEDIUM,
                    fits ? "use and key_ops state the same purpose" : "use and key_ops contradict each other");
        }
    }
}
