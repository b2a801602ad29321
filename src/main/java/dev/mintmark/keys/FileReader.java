package dev.mintmark.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads one small regular file. */
public class FileReader {
    static final int MAX_BYTES = 1 << 20;

    /**
     * The bytes of the file, at most 1 MiB.
     *
     * @param name the name of the file in errors
     * @throws InvalidFileException if the file is larger, not a regular file, or cannot be read
     */
    public byte[] read(String name, Path file) {
        Path real = follow(name, file);
        if (Files.isDirectory(real)) {
            throw new InvalidFileException(name, "It is a directory; put key files at the top level");
        }
        // A pipe or a device would block the poll indefinitely.
        if (!Files.isRegularFile(real)) {
            throw new InvalidFileException(name, "It is not a regular file");
        }
        try (InputStream in = Files.newInputStream(real)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new InvalidFileException(name, "It is larger than 1 MiB");
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
            throw new InvalidFileException(
                    name,
                    Files.isSymbolicLink(file)
                            ? "The target of the link does not exist"
                            : "It does not exist any more");
        } catch (IOException e) {
            throw new InvalidFileException(name, "The link is circular, or its target may not be read");
        }
    }
}
