package dev.mintmark.jose;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How a compact token is written: its parts, read generously, each with what is wrong about it.
 *
 * @param text the token without what was around it
 * @param isWrapped whether white space, quotes or {@code Bearer } were around it
 * @param dots how many dots it has; counted before anything is split
 * @param parts the first five parts at most
 */
public record TokenForm(String text, boolean isWrapped, int dots, List<Part> parts) {
    /** A JWE has five (RFC 7516 section 7.1); what comes after is never looked at. */
    private static final int MAX_PARTS = 5;

    /**
     * One part between dots.
     *
     * @param text as it stands
     * @param bytes decoded, also where the encoding is not canonical; empty when nothing can be made of it
     * @param isCanonical whether it is the one base64url encoding of its bytes (RFC 7515 section 2)
     */
    public record Part(String text, Optional<byte[]> bytes, boolean isCanonical) {
        static Part read(String text) {
            try {
                return new Part(text, Optional.of(Base64Url.decode(text)), true);
            } catch (IllegalArgumentException e) {
                return new Part(text, generously(text), false);
            }
        }

        private static Optional<byte[]> generously(String text) {
            try {
                // The MIME decoder passes over white space and foreign characters; padding is not needed.
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
    public static TokenForm read(String given) {
        String text = bare(given);
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
        return new TokenForm(text, !text.equals(given), dots, parts);
    }

    /** Whether it has the five parts of a JWE. */
    public boolean isEncrypted() {
        return dots == MAX_PARTS - 1;
    }

    /** The part of this index, if there is one and something can be made of it. */
    public Optional<byte[]> bytes(int index) {
        return index < parts.size() ? parts.get(index).bytes() : Optional.empty();
    }

    /** The bytes that were signed: everything before the last of two dots (RFC 7515 section 5.1). */
    public String signingInput() {
        return text.substring(0, Math.max(0, text.lastIndexOf('.')));
    }

    private static String bare(String text) {
        String stripped = text.strip();
        if (stripped.regionMatches(true, 0, "Bearer ", 0, 7)) {
            stripped = stripped.substring(7).strip();
        }
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    @Override
    public String toString() {
        return "TokenForm[" + text.length() + " characters]";
    }
}
