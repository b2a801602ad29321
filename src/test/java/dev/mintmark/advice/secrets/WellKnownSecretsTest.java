package dev.mintmark.advice.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.jose.Base64Url;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellKnownSecretsTest {
    private static final WellKnownSecrets OWN = WellKnownSecrets.load(Optional.empty());

    @TempDir
    Path directory;

    private static boolean isKnown(String secret) {
        return OWN.contains(secret.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "changeme",
                "your-256-bit-secret",
                "your-384-bit-secret",
                "your-512-bit-secret",
                "a-string-secret-at-least-256-bits-long",
                "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
                "documentation-only-secret-of-32-bytes-or-more!",
                "0123456789abcdef0123456789abcdef",
                "\tsecret \n",
                "c2VjcmV0",
                "Y2hhbmdlbWU",
                "736563726574"
            })
    void knowsSecretsAsGivenTrimmedAndEncoded(String secret) {
        assertThat(isKnown(secret)).isTrue();
    }

    @Test
    void knowsTheDecodedBytesOfAListedText() {
        assertThat(OWN.contains(Base64Url.decode("hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg")))
                .isTrue();
        assertThat(OWN.contains(new byte[32])).isTrue();
        assertThat(OWN.contains(
                        HexFormat.of().parseHex("404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970")))
                .isTrue();
    }

    @Test
    void doesNotKnowRandomSecrets() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        assertThat(OWN.contains(secret)).isFalse();
        assertThat(isKnown("secretary of state, and other words")).isFalse();
    }

    @Test
    void knowsTheEmptySecret() {
        assertThat(OWN.contains(new byte[0])).isTrue();
    }

    @Test
    void readsAFileWithEitherLineEndAndKeepsSpaces() throws IOException {
        Path file = Files.writeString(
                directory.resolve("list"), "alpha-of-the-list\r\n beta-of-the-list\n\ngamma-of-the-list");
        WellKnownSecrets secrets = WellKnownSecrets.load(Optional.of(file));
        for (String secret :
                List.of("alpha-of-the-list", " beta-of-the-list", "beta-of-the-list", "gamma-of-the-list", "secret")) {
            assertThat(secrets.contains(secret.getBytes(UTF_8))).as(secret).isTrue();
        }
        assertThat(secrets.size()).isGreaterThan(OWN.size());
    }

    @Test
    void anUnreadableFileIsAnErrorThatNamesTheFile() {
        assertThatThrownBy(() -> WellKnownSecrets.load(Optional.of(directory.resolve("missing"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> WellKnownSecrets.load(Optional.of(directory)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theBuiltInListHasSeveralHundredDistinctEntries() throws IOException {
        List<String> lines = new String(
                        WellKnownSecrets.class
                                .getResourceAsStream("well-known-secrets.txt")
                                .readAllBytes(),
                        UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(500).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(OWN).hasToString("WellKnownSecrets[" + OWN.size() + "]");
    }
}
