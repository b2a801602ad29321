package dev.mintmark.jose.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8 (RFC 3629), without replacement characters for invalid bytes. */
public final class Utf8 {
    private Utf8() {}

    public static boolean isValid(byte[] bytes) {
        return decode(bytes).isPresent();
    }

    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
