package dev.mintmark.jose;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A token in the JWS compact serialization (RFC 7515 section 7.1), parsed strictly. The signature is not checked yet:
 * the payload is opaque bytes until {@link #verify} returns a {@link Verified}.
 */
public final class UnverifiedJws {
    private final JoseHeader header;
    private final byte[] signingInput;
    private final byte[] payload;
    private final byte[] signature;

    private UnverifiedJws(JoseHeader header, byte[] signingInput, byte[] payload, byte[] signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    /**
     * Parses three canonical base64url segments; payload and signature may be empty.
     *
     * @throws MalformedTokenException if the text has another form
     */
    public static UnverifiedJws parse(String token) {
        // The dots are counted before the text is split, so that a token of dots costs nothing.
        if (token.chars().filter(c -> c == '.').limit(5).count() != 2) {
            throw new MalformedTokenException(
                    "", "The token does not have the three parts of a signed JWT (RFC 7515 7.1)");
        }
        int first = token.indexOf('.');
        int second = token.lastIndexOf('.');
        JoseHeader header = JoseHeader.parse(decode("/header", token.substring(0, first)));
        byte[] payload = decode("/payload", token.substring(first + 1, second));
        byte[] signature = decode("/signature", token.substring(second + 1));
        return new UnverifiedJws(
                header, token.substring(0, second).getBytes(StandardCharsets.US_ASCII), payload, signature);
    }

    public JoseHeader header() {
        return header;
    }

    /** The payload without any check, to explain it and never to act on it. */
    public byte[] unverifiedPayload() {
        return payload.clone();
    }

    /** Returns a {@link Verified} if the key permits the algorithm and made the signature; empty otherwise. */
    public Optional<Verified> verify(VerificationKey key, Algorithm algorithm) {
        if (!key.verify(algorithm, signingInput, signature)) {
            return Optional.empty();
        }
        return Optional.of(new Verified(header, payload, key, algorithm));
    }

    private static byte[] decode(String pointer, String segment) {
        try {
            return Base64Url.decode(segment);
        } catch (IllegalArgumentException e) {
            throw new MalformedTokenException(pointer, "The segment " + e.getMessage() + " (RFC 7515 2)");
        }
    }

    @Override
    public String toString() {
        return "UnverifiedJws[" + signingInput.length + " bytes]";
    }
}
