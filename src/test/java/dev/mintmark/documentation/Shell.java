package dev.mintmark.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the commands of a page in one shell, as a reader would who copies them one after the other. */
final class Shell {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final String MARK = "=== end of a block";

    private final Path directory;
    private final Map<String, String> environment;

    /** @param directory the working directory of the commands */
    Shell(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    static void assumePrograms(String... programs) {
        for (String program : programs) {
            assumeTrue(has(program), program + " is needed to run the commands of the documentation");
        }
    }

    static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** A command that ends a block, so that {@link #run} can tell the outputs of blocks apart. */
    static String mark() {
        return "echo '" + MARK + "'\n";
    }

    /** The outputs of the blocks of a script that must exit with 0. */
    List<String> run(String script) throws Exception {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "set -e\n" + script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
        Process shell = builder.start();
        boolean hasEnded;
        try {
            hasEnded = shell.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(hasEnded).as("the commands end\n%s", text).isTrue();
        assertThat(shell.exitValue()).as("exit status of\n%s\n%s", script, text).isZero();
        return List.of(text.split(MARK + "\n", -1));
    }

    /** Holds each output against what its block promises. */
    static void assertPromises(List<Fence> fences, List<String> outputs) {
        assertThat(outputs).hasSizeGreaterThan(fences.size());
        for (int i = 0; i < fences.size(); i++) {
            String output = outputs.get(i);
            assertThat(fences.get(i).promises())
                    .as("%s", fences.get(i).content())
                    .allSatisfy(promise -> assertThat(output).contains(promise));
        }
    }
}
