package dev.mintmark.keys;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Raw DEFLATE (RFC 1951) of short values. */
final class Deflated {
    private Deflated() {}

    static byte[] of(byte[] plaintext) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plaintext);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(plaintext.length);
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** The plaintext was authenticated, so only a value of another version of the service fails here. */
    static Optional<byte[]> inflate(byte[] deflated, int max) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            byte[] buffer = new byte[max + 1];
            int length = inflater.inflate(buffer);
            return inflater.finished() && length <= max ? Optional.of(Arrays.copyOf(buffer, length)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
