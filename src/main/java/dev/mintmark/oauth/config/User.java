package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person who can sign in.
 *
 * @param name the key in the configuration
 * @param passwordSha256 the SHA-256 of the password in lower-case hexadecimal; empty where any password is right
 * @param claims about the person; {@code sub} is the name unless it is set here
 */
public record User(String name, Optional<String> passwordSha256, ObjectNode claims) {
    /** A subject of whom nothing is known. */
    public static User unknown(String subject) {
        return new User(
                subject, Optional.empty(), com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
    }

    /** The {@code sub} of the tokens. */
    public String subject() {
        return claims.path("sub").asText(name);
    }

    /** Whether a login hint names this user: by name, {@code sub}, {@code preferred_username} or {@code email}. */
    public boolean isNamedBy(String hint) {
        return Stream.of(
                        name,
                        subject(),
                        claims.path("preferred_username").asText(),
                        claims.path("email").asText())
                .anyMatch(hint::equals);
    }

    /** Whether the password is right, compared in constant time. */
    public boolean hasPassword(String password) {
        return passwordSha256.isEmpty() || isDigestOf(passwordSha256.get(), password);
    }

    static boolean isDigestOf(String sha256, String secret) {
        byte[] presented = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
        return Sha256.areEqual(HexFormat.of().parseHex(sha256), presented);
    }

    /** Without the claims, which are personal. */
    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
