package dev.mintmark.tokens;

/**
 * Who issues a token: the {@code iss} claim, compared byte for byte (RFC 7519 section 4.1.1).
 *
 * @param value a non-blank string, by custom an https URL
 */
public record Issuer(String value) {
    public Issuer {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An issuer must not be blank");
        }
    }
}
