package dev.mintmark.tokens;

/**
 * The issuer of a token: the {@code iss} claim, compared character by character (RFC 7519 section 4.1.1).
 *
 * @param value a non-blank string, usually an https URL
 */
public record Issuer(String value) {
    public Issuer {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An issuer must not be blank");
        }
    }
}
