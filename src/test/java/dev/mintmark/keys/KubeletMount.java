package dev.mintmark.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mounted Secret, written step by step as the kubelet does it (kubernetes/pkg/volume/util/atomic_writer.go): a new
 * directory with a time in its name, a link to it under a temporary name, renamed over {@code ..data}, then the visible
 * links are updated, then the old directory is removed.
 */
public final class KubeletMount {
    private final Path directory;
    private int writes;

    public KubeletMount(Path directory) {
        this.directory = directory;
    }

    /** Updates the volume to exactly these files. */
    public void write(Map<String, byte[]> files) throws IOException {
        Optional<Path> old = swap(files);
        mend(files.keySet());
        if (old.isPresent()) {
            remove(old.get());
        }
    }

    /** The first half of {@link #write}; returns the old directory, to which no link points any more. */
    Optional<Path> swap(Map<String, byte[]> files) throws IOException {
        Path data = directory.resolve("..data");
        Optional<Path> old = Files.exists(data) ? Optional.of(data.toRealPath()) : Optional.empty();
        Path next = Files.createDirectory(directory.resolve("..2026_11_24_04_06_%02d.1234567".formatted(writes++)));
        files.forEach((name, content) -> KeyFiles.write(next, name, content));
        Path temporary = Files.createSymbolicLink(directory.resolve("..data_tmp"), next.getFileName());
        Files.move(temporary, data, StandardCopyOption.ATOMIC_MOVE);
        return old;
    }

    private static void remove(Path old) throws IOException {
        for (Path file : list(old)) {
            Files.delete(file);
        }
        Files.delete(old);
    }

    private void mend(Set<String> names) throws IOException {
        for (String name : names) {
            Path link = directory.resolve(name);
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, Path.of("..data", name));
            }
        }
        for (Path entry : list(directory)) {
            String name = entry.getFileName().toString();
            if (!name.startsWith("..") && !names.contains(name)) {
                Files.delete(entry);
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
