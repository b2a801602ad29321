package dev.mintmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.keys.KeyState;
import dev.mintmark.keys.PollResult;
import dev.mintmark.keys.RingKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path parent;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theGeneratedDirectoryLoadsWithKeysOfAllThirteenAlgorithms() throws IOException {
        Path directory = parent.resolve("new/keys");
        assertThat(run("generate", "--out", directory.toString())).isEqualTo(Program.DONE);

        KeyRing ring = KeyRings.load(directory, 2, JwsEngine.PLAIN).require();
        assertThat(ring.algorithms()).hasSize(13).containsExactly(Algorithm.values());
        assertThat(ring.keys())
                .hasSize(13)
                .allSatisfy(key -> assertThat(key.file().orElseThrow())
                        .startsWith("2026-11-24.")
                        .contains("." + key.algorithm().joseName().toLowerCase(java.util.Locale.ROOT) + "."));
        assertThat(text(out).lines())
                .containsExactlyInAnyOrderElementsOf(ring.keys().stream()
                        .map(key -> key.file().orElseThrow() + "  " + key.keyId())
                        .toList());
        assertThat(text(err)).isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(13).allSatisfy(file -> {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(text(out)).doesNotContain(lastLine(file));
            });
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void noFileIsOverwritten() throws IOException {
        assertThat(run("generate", "--out=" + parent, "--algorithms=ES256")).isEqualTo(Program.DONE);
        byte[] before = Files.readAllBytes(parent.resolve("2026-11-24.es256.pem"));

        assertThat(run("generate", "--out", parent.toString(), "--algorithms", "EdDSA,ES256"))
                .isEqualTo(Program.REFUSED);

        assertThat(text(err)).contains("2026-11-24.es256.pem exists already");
        assertThat(parent.resolve("2026-11-24.es256.pem")).hasBinaryContent(before);
        assertThat(parent.resolve("2026-11-24.eddsa.pem")).doesNotExist();
        assertThat(run("generate", "--out", parent.toString(), "--algorithms", "EdDSA,ES256", "--name", "2026-11-24b"))
                .isEqualTo(Program.DONE);
    }

    @Test
    void theActiveFileIsWrittenOnRequestAndNotOverwritten() throws IOException {
        assertThat(run("generate", "--out", parent.toString(), "--algorithms", "HS256,ES256", "--active"))
                .isEqualTo(Program.DONE);
        assertThat(parent.resolve("active")).hasContent("2026-11-24.hs256.secret\n2026-11-24.es256.pem");

        assertThat(run("generate", "--out", parent.toString(), "--algorithms", "EdDSA", "--name", "x", "--active"))
                .isEqualTo(Program.REFUSED);
        assertThat(text(err)).contains("active exists already");
        assertThat(parent.resolve("x.eddsa.pem")).doesNotExist();
    }

    /** The three edits of docs/keys.md: add, name it in active, remove. */
    @Test
    void anAddedKeyIsAnnouncedThenActiveAndTheOldOneRetired() throws IOException {
        run("generate", "--out", parent.toString(), "--algorithms", "ES256", "--active");
        KeyRings keyRings = KeyRings.load(parent, 2, JwsEngine.PLAIN);

        run("generate", "--out", parent.toString(), "--algorithms", "ES256", "--name", "2027-01-15");
        assertThat(keyRings.poll().outcome()).isEqualTo(PollResult.Outcome.SWAPPED);
        assertThat(states(keyRings)).containsExactly(KeyState.ACTIVE, KeyState.ANNOUNCED);

        Files.writeString(parent.resolve("active"), "2027-01-15.es256.pem\n");
        assertThat(keyRings.poll().outcome()).isEqualTo(PollResult.Outcome.SWAPPED);
        assertThat(states(keyRings)).containsExactly(KeyState.RETIRED, KeyState.ACTIVE);

        Files.delete(parent.resolve("2026-11-24.es256.pem"));
        assertThat(keyRings.poll().outcome()).isEqualTo(PollResult.Outcome.SWAPPED);
        assertThat(states(keyRings)).containsExactly(KeyState.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "make --out DIR",
                "generate",
                "generate --out",
                "generate --out=",
                "generate --out DIR --algorithms none",
                "generate --out DIR --algorithms RS256,",
                "generate --out DIR --algorithms rs256",
                "generate --out DIR --out DIR",
                "generate --out DIR --active=yes",
                "generate --out DIR --force",
                "generate --out DIR here",
                "generate --out DIR --name ../x",
                "generate --out DIR --name x.es256",
                "generate --out DIR --name="
            })
    void anInvalidCommandPrintsItsUsage(String command) {
        String[] words = command.isEmpty()
                ? new String[0]
                : command.replace("DIR", parent.toString()).split(" ");

        assertThat(run(words)).isEqualTo(Program.UNUSABLE);

        assertThat(text(err)).contains("Usage: mintmark keys ");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void helpExitsWithZero() {
        assertThat(run("generate", "--help")).isEqualTo(Program.DONE);
        assertThat(text(out)).contains("Usage: mintmark keys generate [-hV] [--active]", "ES512, EdDSA");
    }

    @Test
    void anUnwritableDirectoryIsReported() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThat(run("generate", "--out", file.toString(), "--algorithms", "ES256"))
                .isEqualTo(Program.REFUSED);
        assertThat(run("generate", "--out", file.resolve("in").toString(), "--algorithms", "ES256"))
                .isEqualTo(Program.REFUSED);
        assertThat(text(err)).contains(file + " exists already").contains("cannot be written");
    }

    private int run(String... words) {
        Console console = new Console(CLOCK, InputStream.nullInputStream(), Output.to(out), Output.to(err), () -> {
            throw new AssertionError("A server was started");
        });
        return Program.run(
                console, Stream.concat(Stream.of("keys"), Stream.of(words)).toArray(String[]::new));
    }

    private static List<KeyState> states(KeyRings keyRings) {
        return keyRings.require().keys().stream().map(RingKey::state).toList();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    /** The secret of a secret file, or key material instead of the label of a PEM file. */
    private static String lastLine(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("-----"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
