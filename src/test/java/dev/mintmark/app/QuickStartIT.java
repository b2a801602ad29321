package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that the build makes is one that the packaged program can start from. */
class QuickStartIT {
    private static final Path PACKAGE = Path.of("target", "quarkus-app");

    @TempDir
    Path directory;

    @Test
    void theProgramsClassesComeFromTheArchiveThatIsInThePackage() throws Exception {
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
                .filteredOn(line -> line.contains(" dev.mintmark.app.Mintmark "))
                .singleElement()
                .asString()
                .contains("shared objects file (top)");
    }
}
