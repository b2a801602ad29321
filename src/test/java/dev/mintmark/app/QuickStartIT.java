package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program starts from the class archive of the build, and its jars fit an AOT cache. */
class QuickStartIT {
    private static final Path PACKAGE = Path.of("target", "quarkus-app");

    @TempDir
    Path directory;

    @Test
    void classesAreLoadedFromTheArchiveInThePackage() throws Exception {
        assumeThat(Runtime.version().feature())
                .as("from JDK 25 on there is the AOT cache")
                .isLessThan(25);
        Path loaded = directory.resolve("loaded");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:SharedArchiveFile=app-cds.jsa",
                        "-Xshare:on",
                        "-Xlog:class+load:file=" + loaded,
                        "-jar",
                        "quarkus-run.jar",
                        "keys",
                        "generate",
                        "--out",
                        directory.resolve("keys").toString())
                .directory(PACKAGE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("log")))
                .isZero();
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.contains(" dev.mintmark.app.Main "))
                .singleElement()
                .asString()
                .contains("shared objects file (top)");
    }

    /** No class of a signed jar gets into an AOT cache, and the JVM checks all of its entries before it loads the first class. */
    @Test
    void onlyTheJarsOfNativeCryptoAreSigned() throws Exception {
        try (Stream<Path> jars = Files.list(PACKAGE.resolve("lib/main"))) {
            assertThat(jars.filter(QuickStartIT::isSigned))
                    .isNotEmpty()
                    .allMatch(jar -> jar.toString().contains("AmazonCorrettoCryptoProvider"));
        }
    }

    private static boolean isSigned(Path jar) {
        try (ZipFile content = new ZipFile(jar.toFile())) {
            return content.stream().anyMatch(entry -> entry.getName().matches("META-INF/[^/]+\\.SF"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
