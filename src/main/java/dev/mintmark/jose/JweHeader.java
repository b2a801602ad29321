package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header of an encrypted token (RFC 7516 section 4): how it is encrypted, and for which key. */
public final class JweHeader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/=+-]{1,128}");

    private JweHeader() {}

    /** The encryption as the predicate of a sentence: {@code encrypted (JWE) with RSA-OAEP for the RSA key "a"}. */
    public static String words(JsonNode header) {
        String content = name(header.path("enc")).map(enc -> " and " + enc).orElse("");
        return "encrypted (JWE, RFC 7516) with " + name(header.path("alg")).orElse("an unknown algorithm") + content
                + " for " + recipient(header);
    }

    /** The key that decrypts the token, as a noun phrase. */
    public static String recipient(JsonNode header) {
        String alg = header.path("alg").asText("");
        if (alg.startsWith("PBES2")) {
            return "the holder of a password";
        }
        String curve = name(header.path("epk").path("crv")).orElse("");
        String type = alg.startsWith("RSA") ? "RSA" : curve;
        String key = type.isEmpty() ? "key" : type + " key";
        if (alg.equals("dir") || alg.startsWith("A")) {
            key = "shared key";
        }
        Optional<String> id = name(header.path("kid"));
        return id.isPresent()
                ? "the " + key + " with the kid " + id.get()
                : "a " + key + " that the header does not name";
    }

    private static Optional<String> name(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> NAME.matcher(text).matches());
    }
}
