package dev.mintmark.jose;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The form of a compact token: its parts, read leniently, each with its encoding errors.
 *
 * @param text the token
 * @param dots the number of dots; counted before the text is split
 * @param parts the first five parts at most; without the disclosures of an SD-JWT
 * @param sdJwt the token as an SD-JWT, if it is one
 */
public record TokenForm(String text, int dots, List<Part> parts, Optional<SdJwt> sdJwt) {
    /** A JWE has five parts (RFC 7516 section 7.1); further parts are ignored. */
    private static final int MAX_PARTS = 5;

    /**
     * One part between dots.
     *
     * @param text the part as given
     * @param bytes the decoded bytes, also if the encoding is not canonical; empty if the part cannot be decoded
     * @param isCanonical whether the text is the canonical base64url encoding of the bytes (RFC 7515 section 2)
     */
    public record Part(String text, Optional<byte[]> bytes, boolean isCanonical) {
        static Part read(String text) {
            try {
                return new Part(text, Optional.of(Base64Url.decode(text)), true);
            } catch (IllegalArgumentException e) {
                return new Part(text, decodedLeniently(text), false);
            }
        }

        private static Optional<byte[]> decodedLeniently(String text) {
            try {
                // The MIME decoder skips white space and characters outside the alphabet, and does not need padding.
                return Optional.of(Base64.getMimeDecoder()
                        .decode(text.replace('-', '+').replace('_', '/').replace("=", "")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    public TokenForm {
        parts = List.copyOf(parts);
    }

    /** Reads any text; never throws. */
    public static TokenForm read(String token) {
        Optional<SdJwt> sdJwt = SdJwt.split(token);
        String text = sdJwt.map(SdJwt::jwt).orElse(token);
        int dots = 0;
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            dots++;
            if (parts.size() < MAX_PARTS) {
                parts.add(Part.read(text.substring(start, dot)));
            }
            start = dot + 1;
        }
        if (parts.size() < MAX_PARTS) {
            parts.add(Part.read(text.substring(start)));
        }
        return new TokenForm(token, dots, parts, sdJwt);
    }

    /** Whether the text has the five parts of a JWE. */
    public boolean isEncrypted() {
        return dots == MAX_PARTS - 1;
    }

    /** The decoded bytes of a part; empty if the part is absent or cannot be decoded. */
    public Optional<byte[]> bytes(int index) {
        return index < parts.size() ? parts.get(index).bytes() : Optional.empty();
    }

    /** The signing input: everything before the last dot (RFC 7515 section 5.1). */
    public String signingInput() {
        String jwt = sdJwt.map(SdJwt::jwt).orElse(text);
        return jwt.substring(0, Math.max(0, jwt.lastIndexOf('.')));
    }

    @Override
    public String toString() {
        return "TokenForm[" + text.length() + " characters]";
    }
}
