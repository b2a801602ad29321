package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mintmark.documentation.Fence;
import dev.mintmark.documentation.Page;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.keys.KeyState;
import dev.mintmark.keys.PollResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/cluster.md that create a Secret of keys and rotate them run as they are, with the real kubectl. */
class RotationCommandsIT {
    private static final String OLD = "2026-11.rs256.pem";
    private static final String NEW = "2027-01.rs256.pem";

    /** Plays the part of the cluster for one Secret, with the client and a file. */
    private static final String KUBECTL = """
            #!/bin/sh
            set -e
            [ "$1 $2" != '-n auth' ] || shift 2
            case "$1 $2" in
              'apply -k') ;;
              'create secret')
                case "$*" in
                  *--dry-run=client*) KUBECTL "$@" ;;
                  *) KUBECTL "$@" --dry-run=client -o yaml >secret.yaml ;;
                esac ;;
              'patch secret')
                shift 3
                KUBECTL patch --local -f secret.yaml "$@" -o yaml >changed.yaml
                mv changed.yaml secret.yaml ;;
              'get secret')
                shift 3
                KUBECTL patch --local -f secret.yaml --type merge -p '{}' "$@" ;;
              *) exit 64 ;;
            esac
            """;

    @TempDir
    Path directory;

    @Test
    void aKeyIsAnnouncedActiveRetiredAndRemoved() throws Exception {
        Optional<Path> kubectl = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(kubectl.isPresent(), "kubectl is needed to run the commands of docs/cluster.md");
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path shim = Files.writeString(
                bin.resolve("kubectl"), KUBECTL.replace("KUBECTL", kubectl.get().toString()));
        assertThat(shim.toFile().setExecutable(true)).isTrue();
        List<String> commands = commands();
        assertThat(commands).hasSize(4);

        Path keys = Files.createDirectory(directory.resolve("mounted"));
        run(commands.get(0));
        mount(keys);
        KeyRings keyRings = KeyRings.load(keys, 2, JwsEngine.PLAIN);
        assertThat(states(keyRings)).hasSize(13).containsOnlyKeys(files(keys)).containsValue(KeyState.ACTIVE);

        assertThat(step(commands.get(1), keyRings, keys))
                .hasSize(14)
                .containsEntry(OLD, KeyState.ACTIVE)
                .containsEntry(NEW, KeyState.ANNOUNCED);
        assertThat(step(commands.get(2), keyRings, keys))
                .hasSize(14)
                .containsEntry(OLD, KeyState.RETIRED)
                .containsEntry(NEW, KeyState.ACTIVE);
        Map<String, KeyState> last = step(commands.get(3), keyRings, keys);
        assertThat(last).hasSize(13).containsEntry(NEW, KeyState.ACTIVE).doesNotContainKey(OLD);
        assertThat(last.values()).containsOnly(KeyState.ACTIVE);
        assertThat(directory.resolve("keys")).doesNotExist();
        assertThat(directory.resolve("next")).doesNotExist();
    }

    private Map<String, KeyState> step(String commands, KeyRings keyRings, Path keys) throws Exception {
        run(commands);
        mount(keys);
        assertThat(keyRings.poll().outcome()).isEqualTo(PollResult.Outcome.SWAPPED);
        return states(keyRings);
    }

    private static Map<String, KeyState> states(KeyRings keyRings) {
        Map<String, KeyState> states = new LinkedHashMap<>();
        keyRings.require().keys().forEach(key -> states.put(key.file().orElseThrow(), key.state()));
        return states;
    }

    private static String[] files(Path keys) throws IOException {
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("active"))
                    .toArray(String[]::new);
        }
    }

    private static List<String> commands() {
        return Page.of("cluster.md").fences("sh", "cluster").stream()
                .map(Fence::content)
                .toList();
    }

    private void run(String commands) throws Exception {
        Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar");
        String script = "set -e\n"
                + commands.replace(jar.toString(), jar.toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script)
                .directory(directory.toFile())
                .inheritIO();
        builder.environment().put("KUBECONFIG", directory.resolve("none").toString());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", directory.resolve("bin") + ":" + java, (path, first) -> first + ":" + path);
        Process shell = builder.start();
        try {
            assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            shell.destroyForcibly();
        }
        assertThat(shell.exitValue()).as(commands).isZero();
    }

    /** Replaces the mounted files with those of the Secret. */
    private void mount(Path keys) throws IOException {
        JsonNode secret = new ObjectMapper(new YAMLFactory())
                .readTree(directory.resolve("secret.yaml").toFile());
        assertThat(secret.path("metadata").path("name").asText()).isEqualTo("mintmark-keys");
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, JsonNode> file : secret.path("data").properties()) {
            Files.write(keys.resolve(file.getKey()), file.getValue().binaryValue());
        }
    }
}
