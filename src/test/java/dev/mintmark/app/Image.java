package dev.mintmark.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Dockerfile, as far as it can be tested without a container engine. */
final class Image {
    private static final Path DOCKERFILE = Path.of("src", "main", "docker", "Dockerfile");

    private final List<String> lines;

    private Image(List<String> lines) {
        this.lines = lines;
    }

    static Image read() throws IOException {
        return new Image(Files.readAllLines(DOCKERFILE));
    }

    /** The argument of the only instruction with this name. */
    String only(String instruction) {
        List<String> found = all(instruction);
        if (found.size() != 1) {
            throw new AssertionError(instruction + " stands there " + found.size() + " times");
        }
        return found.get(0);
    }

    private List<String> all(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + ' '))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    /** The words of an instruction in exec form, a JSON array. */
    List<String> words(String instruction) throws JsonProcessingException {
        String text = only(instruction);
        return JsonMapper.builder().build().readValue(text.substring(text.indexOf('[')), new TypeReference<>() {});
    }

    /** The sources of all COPY instructions. */
    List<String> sources() {
        return all("COPY").stream()
                .map(copy -> copy.split(" "))
                .flatMap(paths -> Arrays.stream(paths, 0, paths.length - 1))
                .toList();
    }

    /** Executes every COPY with the directory in place of WORKDIR. */
    void copyTo(Path directory) throws IOException {
        for (String copy : all("COPY")) {
            String[] paths = copy.split(" ");
            Path target = Files.createDirectories(directory.resolve(paths[paths.length - 1]));
            for (String source : Arrays.asList(paths).subList(0, paths.length - 1)) {
                copy(Path.of(source), target);
            }
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        if (Files.isRegularFile(source)) {
            Files.copy(source, target.resolve(source.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            return;
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** A Java that could be in the image: the one that runs this test, or one installed next to it. */
    static Optional<Path> java25() {
        Path own = Path.of(System.getProperty("java.home"));
        if (Runtime.version().feature() >= 25) {
            return Optional.of(own);
        }
        try (Stream<Path> others = Files.list(own.getParent())) {
            return others.filter(Image::is25).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean is25(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }
}
