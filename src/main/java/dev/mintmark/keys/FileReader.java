package dev.mintmark.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads one small regular file, and says clearly why it cannot. */
public class FileReader {
    static final int MAX_BYTES = 1 << 20;

    /**
     * The file's bytes, 1 MiB at most.
     *
     * @param name what the file is called in a refusal
     * @throws InvalidFileException naming the file, if it is larger, no regular file, or cannot be read
     */
    public byte[] read(String name, Path file) {
        Path real = follow(name, file);
        if (Files.isDirectory(real)) {
            throw new InvalidFileException(name, "It is a directory; key files lie at the top");
        }
        // A pipe or a device would block the poll for ever.
        if (!Files.isRegularFile(real)) {
            throw new InvalidFileException(name, "It is no regular file");
        }
        try (InputStream in = Files.newInputStream(real)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new InvalidFileException(name, "It has more than 1 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw new InvalidFileException(name, "It cannot be read; check its owner and mode");
        }
    }

    private static Path follow(String name, Path file) {
        try {
            return file.toRealPath();
        } catch (NoSuchFileException e) {
            throw new InvalidFileException(name, Files.isSymbolicLink(file) ? "The link leads nowhere" : "It is gone");
        } catch (IOException e) {
            throw new InvalidFileException(name, "The link leads in a circle, or to where nothing may be read");
        }
    }
}
