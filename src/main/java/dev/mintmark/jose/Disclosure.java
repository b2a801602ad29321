package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;

/**
 * A disclosure of an SD-JWT (RFC 9901 section 4.2): a salt, a name unless it is an array element, and a value.
 *
 * @param digest the digest of the encoded disclosure in base64url
 * @param name the name of the disclosed member; empty for an array element
 * @param value the disclosed value
 */
public record Disclosure(String digest, Optional<String> name, JsonNode value) {
    private static final int ELEMENT = 2;
    private static final int MEMBER = 3;
    /** The hash algorithms of the IANA registry that the JDK has, by their names there. */
    private static final Map<String, String> HASHES = Map.of(
            "sha-256", "SHA-256",
            "sha-384", "SHA-384",
            "sha-512", "SHA-512",
            "sha3-256", "SHA3-256",
            "sha3-384", "SHA3-384",
            "sha3-512", "SHA3-512");

    /**
     * Decodes a disclosure.
     *
     * @param hash the hash algorithm
     * @throws MalformedTokenException if it is not canonical base64url of an array as RFC 9901 requires
     */
    static Disclosure parse(String encoded, MessageDigest hash) {
        byte[] digest = hash.digest(encoded.getBytes(StandardCharsets.US_ASCII));
        JsonNode json;
        try {
            json = StrictJson.parse(Base64Url.decode(encoded));
        } catch (IllegalArgumentException e) {
            throw malformed("A disclosure " + e.getMessage());
        }
        boolean isArray = json instanceof ArrayNode && (json.size() == ELEMENT || json.size() == MEMBER);
        boolean isMember = json.size() == MEMBER;
        if (!isArray || !json.get(0).isTextual() || (isMember && !json.get(1).isTextual())) {
            throw malformed("A disclosure is not an array of a salt, a name and a value");
        }
        Optional<String> name = isMember ? Optional.of(json.get(1).asText()) : Optional.empty();
        if (name.filter(text -> text.equals("_sd") || text.equals("...")).isPresent()) {
            throw malformed("A disclosure has the reserved name _sd or ...");
        }
        return new Disclosure(Base64Url.encode(digest), name, json.get(json.size() - 1));
    }

    /**
     * The hash algorithm of a payload.
     *
     * @param payload the payload of the issuer-signed JWT
     * @throws MalformedTokenException if {@code _sd_alg} is not supported
     */
    static MessageDigest hash(JsonNode payload) {
        JsonNode name = payload.path("_sd_alg");
        String algorithm = name.isMissingNode() ? "SHA-256" : HASHES.getOrDefault(name.asText(), "");
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new MalformedTokenException("/payload/_sd_alg", "The hash algorithm _sd_alg is not supported");
        }
    }

    static MalformedTokenException malformed(String detail) {
        return new MalformedTokenException("", detail + " (RFC 9901)");
    }

    @Override
    public String toString() {
        return "Disclosure[redacted]";
    }
}
