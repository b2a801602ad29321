package dev.mintmark.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkReader;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.Pem;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One file of the directory: PEM, JWK, JWK Set or a raw HMAC secret. The name tells which. */
final class KeyFile {
    private final FileName name;
    private final byte[] content;

    KeyFile(String name, byte[] content) {
        this.name = new FileName(name);
        this.content = content.clone();
    }

    String name() {
        return name.text();
    }

    /**
     * The keys of the file, in order; only a set has more than one.
     *
     * @throws KeyRejectedException with the first reason found
     */
    List<CheckedKey> keys() {
        return switch (name.form()) {
            case PEM -> List.of(check(Pem.read(new String(content, StandardCharsets.UTF_8))));
            case SECRET -> List.of(check(Jwk.ofSecret(secret()).admit()));
            case JSON -> json();
        };
    }

    /** Editors add a final line feed, which is not part of the secret. */
    private byte[] secret() {
        boolean line = content.length > 0 && content[content.length - 1] == '\n';
        return line ? Arrays.copyOf(content, content.length - 1) : content;
    }

    private List<CheckedKey> json() {
        ObjectNode json;
        try {
            json = StrictJson.object(content);
        } catch (IllegalArgumentException e) {
            throw new KeyRejectedException(Reason.MALFORMED, "The content " + e.getMessage());
        }
        JsonNode members = json.path("keys");
        if (members.isMissingNode()) {
            return List.of(check(JwkReader.read(json)));
        }
        if (members.isEmpty()) {
            throw new KeyRejectedException(Reason.MALFORMED, "The JWK Set has no keys (RFC 7517 5)");
        }
        return set(members);
    }

    private List<CheckedKey> set(JsonNode members) {
        List<CheckedKey> keys = new ArrayList<>();
        for (JsonNode member : members) {
            try {
                keys.add(check(JwkReader.read(member)));
            } catch (KeyRejectedException e) {
                throw new KeyRejectedException(e.reason(), "Key " + (keys.size() + 1) + " of the set: " + e.detail());
            }
        }
        return keys;
    }

    private CheckedKey check(Jwk jwk) {
        Algorithm algorithm = algorithm(jwk);
        Jwk bound = jwk.algorithmName().isPresent() ? jwk : jwk.withAlgorithm(algorithm.joseName());
        return CheckedKey.ofFile(bound.withKeyId(keyId(jwk)), algorithm, name());
    }

    /** Guesses could be tested against the thumbprint of a secret (RFC 7638 section 7), so its id is the file name. */
    private String keyId(Jwk jwk) {
        String keyId = jwk.keyId().orElseGet(() -> jwk.isSecret() ? name() : jwk.thumbprint());
        if (keyId.isBlank()) {
            throw new KeyRejectedException(Reason.MALFORMED, "The JWK's kid is empty");
        }
        return keyId;
    }

    private Algorithm algorithm(Jwk jwk) {
        if (!jwk.isForSignatures()) {
            throw new KeyRejectedException(
                    Reason.WRONG_ALGORITHM, "The JWK's use or key_ops does not permit signatures (RFC 7517 4)");
        }
        Optional<Algorithm> own = jwk.algorithmName().map(KeyFile::known);
        Optional<Algorithm> named = name.algorithm();
        if (own.isPresent() && named.isPresent() && !own.equals(named)) {
            throw new KeyRejectedException(
                    Reason.WRONG_ALGORITHM,
                    "The name says " + named.get().joseName() + ", the JWK's alg "
                            + own.get().joseName());
        }
        return own.or(() -> named).orElseGet(() -> defaultAlgorithm(jwk));
    }

    private static Algorithm known(String alg) {
        return Algorithm.parse(alg)
                .orElseThrow(() -> new KeyRejectedException(
                        Reason.WRONG_ALGORITHM, "The JWK's alg is not a signature algorithm (RFC 7518 3.1)"));
    }

    private static Algorithm defaultAlgorithm(Jwk jwk) {
        return switch (jwk.facts().type()) {
            case "RSA" -> Algorithm.RS256;
            case "oct" -> Algorithm.HS256;
            case "EC" ->
                Arrays.stream(Algorithm.values())
                        .filter(algorithm -> algorithm.curve().isPresent())
                        .filter(algorithm ->
                                algorithm.curve().equals(jwk.facts().curve()))
                        .findFirst()
                        .orElseThrow();
            default -> Algorithm.EDDSA;
        };
    }

    @Override
    public String toString() {
        return "KeyFile[" + name() + "]";
    }
}
