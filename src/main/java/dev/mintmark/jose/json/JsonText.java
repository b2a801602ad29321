package dev.mintmark.jose.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the first error in the encoding of JSON text: bytes that are not UTF-8 (RFC 8259 section 8.1) and escapes of
 * lone surrogates (RFC 7493 section 2.1). Parsers replace or accept both, and two programs then read different text.
 */
public final class JsonText {
    private static final int BUFFER_CHARACTERS = 4096;
    /** A backslash, u and four hexadecimal digits. */
    private static final int ESCAPE = 6;

    private JsonText() {}

    /**
     * An error in the encoding.
     *
     * @param description the predicate of a sentence
     * @param offset the index of the first wrong byte
     * @param line the line, from 1
     * @param column the byte in the line, from 1
     */
    public record EncodingError(String description, int offset, int line, int column) {
        /** The predicate with the position, for example {@code is not valid UTF-8 at line 1, column 7}. */
        public String detail() {
            return description + " at line " + line + ", column " + column;
        }
    }

    /** The first error; empty for sound text. Does not check the syntax of JSON. */
    public static Optional<EncodingError> error(byte[] json) {
        int invalid = invalidUtf8(json);
        int surrogate = loneSurrogate(json, invalid < 0 ? json.length : invalid);
        if (surrogate >= 0) {
            return Optional.of(at(json, surrogate, "has a lone surrogate (RFC 7493 2.1)"));
        }
        if (invalid < 0) {
            return Optional.empty();
        }
        boolean isZero = json[invalid] == 0;
        return Optional.of(at(
                json,
                invalid,
                isZero
                        ? "has a zero byte, so it is not JSON in UTF-8 (RFC 8259 8.1)"
                        : "is not valid UTF-8 (RFC 8259 8.1)"));
    }

    /** Whether an escape of a surrogate has no partner, also in text that is not JSON. */
    static boolean hasLoneSurrogate(byte[] json) {
        return loneSurrogate(json, json.length) >= 0;
    }

    /** A zero byte is not JSON, and parsers take it for a sign of UTF-16 or UTF-32. */
    private static int invalidUtf8(byte[] json) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(json);
        CharBuffer out = CharBuffer.allocate(BUFFER_CHARACTERS);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        int end = result.isError() ? in.position() : json.length;
        for (int i = 0; i < end; i++) {
            if (json[i] == 0) {
                return i;
            }
        }
        return result.isError() ? end : -1;
    }

    private static int loneSurrogate(byte[] json, int end) {
        int at = 0;
        while (at < end) {
            if (json[at] != '\\') {
                at++;
                continue;
            }
            int unit = unit(json, at, end);
            if (unit < 0 || !Character.isSurrogate((char) unit)) {
                // The escaped character may be a backslash.
                at += 2;
                continue;
            }
            int next = unit(json, at + ESCAPE, end);
            boolean isPair =
                    Character.isHighSurrogate((char) unit) && next >= 0 && Character.isLowSurrogate((char) next);
            if (!isPair) {
                return at;
            }
            at += 2 * ESCAPE;
        }
        return -1;
    }

    /** The UTF-16 unit of an escape at this index, or -1 if there is none. */
    private static int unit(byte[] json, int at, int end) {
        if (at + ESCAPE > end || json[at] != '\\' || json[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static EncodingError at(byte[] json, int offset, String description) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (json[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new EncodingError(description, offset, line, offset - start + 1);
    }
}
