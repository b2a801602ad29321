package dev.mintmark.keys;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A directory of key files as Kubernetes mounts a Secret: the files are in a subdirectory, the symbolic link {@code
 * ..data} points to it and is replaced atomically, and the visible names are links into {@code ..data}. A plain
 * directory works too.
 */
public final class KeyDirectory {
    static final int MAX_FILES = 1_000;
    static final int MAX_BYTES = 16 << 20;
    private static final Path DATA = Path.of("..data");
    private static final int TRIES = 5;

    private final Path directory;
    private final FileReader reader;

    /** Does not read anything yet. A relative path is resolved against the working directory. */
    public KeyDirectory(Path directory) {
        this(directory, new FileReader());
    }

    KeyDirectory(Path directory, FileReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /**
     * Reads all files of one generation. If the link changes meanwhile, reads again.
     *
     * @throws InvalidFileException if the directory or a file in it cannot be read, is too large or not a file
     */
    DirectorySnapshot read() {
        for (int i = 0; i < TRIES; i++) {
            Optional<Path> target = target();
            try {
                DirectorySnapshot snapshot = read(target);
                if (target.equals(target())) {
                    return snapshot;
                }
            } catch (InvalidFileException e) {
                // The kubelet removes the old directory after the swap, so a missing file may not be an error.
                if (target.equals(target())) {
                    throw e;
                }
            }
        }
        throw new InvalidFileException(
                DATA.toString(), "The link changed " + TRIES + " times while the directory was read");
    }

    private DirectorySnapshot read(Optional<Path> target) {
        SortedMap<String, Path> sources = new TreeMap<>();
        // Reads the target itself, because the kubelet updates the visible links only after the swap.
        target.ifPresent(data -> list(data, false, sources));
        list(directory, target.isPresent(), sources);
        SortedMap<String, byte[]> contents = new TreeMap<>();
        int bytes = 0;
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            byte[] content = reader.read(source.getKey(), source.getValue());
            contents.put(source.getKey(), content);
            bytes += content.length;
            if (bytes > MAX_BYTES) {
                throw new InvalidFileException(directory.toString(), "The files are larger than 16 MiB in total");
            }
        }
        return DirectorySnapshot.of(target.map(Path::toString).orElse(""), contents);
    }

    private Optional<Path> target() {
        Path data = directory.resolve(DATA);
        if (!Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(data.toRealPath());
        } catch (IOException e) {
            throw new InvalidFileException(DATA.toString(), "The target of the link does not exist");
        }
    }

    private static void list(Path directory, boolean passLinks, SortedMap<String, Path> sources) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                FileName name = new FileName(String.valueOf(entry.getFileName()));
                if (!name.isIgnored() && !(passLinks && isLinkIntoData(entry))) {
                    sources.put(name.text(), entry);
                }
                if (sources.size() > MAX_FILES) {
                    throw new InvalidFileException(
                            directory.toString(), "The directory has more than " + MAX_FILES + " files");
                }
            }
        } catch (NoSuchFileException e) {
            throw new InvalidFileException(directory.toString(), "The directory does not exist");
        } catch (NotDirectoryException e) {
            throw new InvalidFileException(directory.toString(), "It is not a directory");
        } catch (IOException | DirectoryIteratorException e) {
            throw new InvalidFileException(directory.toString(), "The directory cannot be read");
        }
    }

    private static boolean isLinkIntoData(Path entry) throws IOException {
        return Files.isSymbolicLink(entry) && Files.readSymbolicLink(entry).startsWith(DATA);
    }

    @Override
    public String toString() {
        return "KeyDirectory[" + directory + "]";
    }
}
