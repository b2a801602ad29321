package dev.mintmark.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.keys.InvalidFileException;
import dev.mintmark.keys.PollResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @TempDir
    Path directory;

    @Test
    void withoutAFileEveryCallerIsAccepted() {
        Guard guard = Guard.open();

        assertThat(guard.isOpen()).isTrue();
        assertThat(guard.callers()).isZero();
        assertThat(guard.poll().outcome()).isEqualTo(PollResult.Outcome.UNCHANGED);
    }

    /** The kubelet replaces a mounted Secret in this way. */
    @Test
    void aReplacedSecretIsLoadedAsAWhole() throws IOException {
        Path file = mount("..1", ApiKeyFile.line("old", "old-key") + ApiKeyFile.line("both", "both-key"));
        Guard guard = Guard.load(file);
        assertThat(guard.isOpen()).isFalse();
        assertThat(guard.callers()).isEqualTo(2);
        assertThat(guard.poll().outcome()).isEqualTo(PollResult.Outcome.UNCHANGED);

        mount("..2", ApiKeyFile.line("both", "both-key") + ApiKeyFile.line("new", "new-key"));
        assertThat(guard.callerOf("old-key")).contains("old");
        assertThat(guard.poll().outcome()).isEqualTo(PollResult.Outcome.SWAPPED);

        assertThat(guard.callerOf("old-key")).isEmpty();
        assertThat(guard.callerOf("both-key")).contains("both");
        assertThat(guard.callerOf("new-key")).contains("new");
        assertThat(guard.poll().outcome()).isEqualTo(PollResult.Outcome.UNCHANGED);
    }

    @Test
    void anInvalidFileChangesNothingUntilItIsValidAgain() throws IOException {
        Path file = directory.resolve("api-keys");
        Files.writeString(file, ApiKeyFile.line("ci", "key-1"));
        Guard guard = Guard.load(file);

        for (String bad : new String[] {"", "ci:secret", ApiKeyFile.line("ci", "key-1") + ApiKeyFile.line("ci", "k")}) {
            Files.writeString(file, bad);
            assertThat(guard.poll().outcome()).isEqualTo(PollResult.Outcome.REFUSED);
            assertThat(guard.lastError())
                    .get()
                    .asString()
                    .startsWith(Guard.SETTING)
                    .doesNotContain("secret");
            assertThat(guard.callerOf("key-1")).contains("ci");
        }
        Files.delete(file);
        assertThat(guard.poll().outcome()).isEqualTo(PollResult.Outcome.REFUSED);
        assertThat(guard.callerOf("key-1")).contains("ci");
        assertThat(guard.isOpen()).isFalse();

        Files.writeString(file, ApiKeyFile.line("ci", "key-1"));
        assertThat(guard.poll().outcome()).isEqualTo(PollResult.Outcome.UNCHANGED);
        assertThat(guard.lastError()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadStopsTheStart() throws IOException {
        Path loop = directory.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        Path large = directory.resolve("large");
        Files.write(large, new byte[(1 << 20) + 1]);
        Path malformed = directory.resolve("malformed");
        Files.writeString(malformed, ApiKeyFile.line("ci", "key-1") + "shop:my-secret-key\n");

        for (Path path : new Path[] {directory.resolve("missing"), directory, loop, large, malformed}) {
            assertThatThrownBy(() -> Guard.load(path))
                    .isInstanceOf(InvalidFileException.class)
                    .hasMessageStartingWith(Guard.SETTING + ": ")
                    .message()
                    .doesNotContain("my-secret-key");
        }
        assertThatThrownBy(() -> Guard.load(malformed)).hasMessageContaining("Line 2 ");
    }

    @Test
    void toStringContainsNamesAndNoKeys() throws IOException {
        Path file = directory.resolve("api-keys");
        Files.writeString(file, ApiKeyFile.line("ci", "key-1"));

        assertThat(Guard.load(file).toString())
                .contains("ci")
                .doesNotContain(ApiKeyFile.line("ci", "key-1").strip());
        assertThat(Guard.open()).hasToString("Guard[Optional.empty]");
    }

    private Path mount(String generation, String content) throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve(generation)).resolve("api-keys"), content);
        Path next = Files.createSymbolicLink(directory.resolve("..data_tmp"), Path.of(generation));
        Files.move(next, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        Path file = directory.resolve("api-keys");
        if (!Files.isSymbolicLink(file)) {
            Files.createSymbolicLink(file, Path.of("..data", "api-keys"));
        }
        return file;
    }
}
