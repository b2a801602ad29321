package dev.mintmark.jose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An SD-JWT (RFC 9901 section 4): a signed JWT, disclosures, and an optional key-binding JWT, separated by tildes.
 *
 * @param jwt the issuer-signed JWT
 * @param disclosures the encoded disclosures
 * @param keyBinding the key-binding JWT
 */
public record SdJwt(String jwt, List<String> disclosures, Optional<String> keyBinding) {
    /** More than any genuine SD-JWT has. */
    private static final int MAX_DISCLOSURES = 1_000;

    private static final int SIGNED_DOTS = 2;

    public SdJwt {
        disclosures = List.copyOf(disclosures);
    }

    /** Splits a text at its tildes; empty if it does not have one after a signed JWT. */
    public static Optional<SdJwt> split(String text) {
        int tilde = text.indexOf('~');
        if (tilde < 0 || text.substring(0, tilde).chars().filter(c -> c == '.').count() != SIGNED_DOTS) {
            return Optional.empty();
        }
        List<String> disclosures = new ArrayList<>();
        int start = tilde + 1;
        for (int end = text.indexOf('~', start); end >= 0 && disclosures.size() < MAX_DISCLOSURES; ) {
            disclosures.add(text.substring(start, end));
            start = end + 1;
            end = text.indexOf('~', start);
        }
        String rest = text.substring(start);
        return Optional.of(new SdJwt(
                text.substring(0, tilde), disclosures, Optional.of(rest).filter(last -> !last.isEmpty())));
    }

    /**
     * The {@code sd_hash} of a key-binding JWT: the digest of everything before it, in base64url (RFC 9901 section 4.3.1).
     *
     * @param payload the payload of the issuer-signed JWT, which names the hash
     * @throws MalformedTokenException if it is not JSON, or the hash algorithm is not supported
     */
    public String hash(byte[] payload) {
        StringBuilder text = new StringBuilder(jwt).append('~');
        disclosures.forEach(disclosure -> text.append(disclosure).append('~'));
        byte[] digest = Disclosure.hash(Claims.parse(payload).members().json())
                .digest(text.toString().getBytes(StandardCharsets.US_ASCII));
        return Base64Url.encode(digest);
    }

    @Override
    public String toString() {
        return "SdJwt[redacted]";
    }
}
