package dev.mintmark.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for source files that the compiler does not check: sizes, package comments, no private keys. */
class SourcesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int MAX_LENGTH = 200;
    /** Rule families are tables of texts and references with a few lines of code each. */
    private static final int LONGEST_TABLE = 300;

    private static final int MEDIAN = 75;

    @Test
    void filesAreShort() {
        List<Long> lengths =
                javaFiles(MAIN).map(file -> lines(file).count()).sorted().toList();
        assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(MEDIAN);
        assertThat(javaFiles(MAIN).filter(file -> lines(file).count() > longest(file)))
                .as("files that are too long")
                .isEmpty();
    }

    /** Files of the page have one purpose each, and data never becomes markup. */
    @Test
    void filesOfThePageAreShortAndCreateNoMarkup() {
        assertThat(files(Path.of("src/main/resources/dev/mintmark/http/page/files")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file)).hasSizeLessThanOrEqualTo(MAX_LENGTH))
                .allSatisfy(file -> assertThat(file)
                        .content()
                        .doesNotContain(
                                "innerHTML", "outerHTML", "insertAdjacentHTML", "localStorage.", "sessionStorage."));
    }

    private static int longest(Path file) {
        return file.toString().matches(".*/advice/rules/[A-Z][A-Za-z]+Rules\\.java") ? LONGEST_TABLE : MAX_LENGTH;
    }

    /** {@code jose} stays one package, because package-private protects key material there. */
    @Test
    void noPackageButJoseHasMoreThan25Files() {
        Map<Path, Long> files = javaFiles(MAIN).collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        files.remove(MAIN.resolve("dev/mintmark/jose"));
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(
                        (name, count) -> assertThat(count).as(name.toString()).isLessThanOrEqualTo(25));
    }

    @Test
    void everyPackageHasACommentAndIsNullMarked() {
        List<Path> packages = javaFiles(MAIN).map(Path::getParent).distinct().toList();
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked")
                        .startsWith("/**"));
    }

    /** Keys are generated at run time; the published vectors of the RFCs are JWKs in one marked file. */
    @Test
    void theRepositoryContainsNoPrivateKey() {
        Pattern key = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\"\\s+\\\\nr]*[A-Za-z0-9+/]{40}");
        assertThat(Stream.of("src", "samples", "k8s", "docs", "README.md", "openapi.yaml", "compose.yaml", ".ci", "it")
                        .map(Path::of)
                        .flatMap(SourcesTest::files)
                        .filter(file -> !file.toString().endsWith(".webp"))
                        .filter(file -> key.matcher(lines(file).collect(Collectors.joining("\n")))
                                .find()))
                .isEmpty();
    }

    private static Stream<Path> javaFiles(Path root) {
        return files(root).filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("/target/"))
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
