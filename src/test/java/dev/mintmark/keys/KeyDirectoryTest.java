package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.utf8;
import static dev.mintmark.keys.KeyFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.jose.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void readsKeyFilesAndTheListButNoHiddenNamesAndNoCertificates() {
        for (String name : new String[] {"b.pem", "a.jwk", "active", "tls.crt", "ca.CER", ".hidden.pem", "..also"}) {
            write(directory, name, utf8(name));
        }
        DirectorySnapshot snapshot = new KeyDirectory(directory).read();
        assertThat(snapshot.files()).extracting(KeyFile::name).containsExactly("a.jwk", "b.pem");
        assertThat(snapshot.active()).isPresent();
    }

    @Test
    void theFingerprintChangesWithEveryNameAndByteAndOnlyThen() throws IOException {
        KeyDirectory keys = new KeyDirectory(directory);
        write(directory, "a.secret", utf8("bc"));
        String first = keys.read().fingerprint();
        assertThat(keys.read().fingerprint()).isEqualTo(first);

        write(directory, "a.secret", utf8("bd"));
        String second = keys.read().fingerprint();
        Files.delete(directory.resolve("a.secret"));
        write(directory, "ab.secret", utf8("c"));
        String third = keys.read().fingerprint();
        write(directory, "active", utf8(""));
        assertThat(java.util.List.of(first, second, third, keys.read().fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void readsTheTargetOfDataAndNotTheLinksThatTheKubeletUpdatesLater() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        mount.write(Map.of("a.pem", utf8("1"), "b.pem", utf8("1")));
        mount.swap(Map.of("b.pem", utf8("2"), "c.pem", utf8("2")));
        assertThat(new KeyDirectory(directory).read().files())
                .extracting(KeyFile::name)
                .containsExactly("b.pem", "c.pem");
    }

    @Test
    void readsPlainFilesBesideDataToo() throws IOException {
        new KubeletMount(directory).write(Map.of("a.pem", utf8("1")));
        write(directory, "z.secret", utf8("2"));
        assertThat(new KeyDirectory(directory).read().files())
                .extracting(KeyFile::name)
                .containsExactly("a.pem", "z.secret");
    }

    /**
     * The first file is read from one generation, then the kubelet swaps and removes it: both files are from the
     * second.
     */
    @Test
    void readsOneGenerationWhenTheKubeletSwapsInTheMiddle() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        mount.write(Map.of("a.pem", utf8("1"), "b.pem", utf8("1")));
        String second = swapDuringRead(mount, 1);

        assertThat(second).isEqualTo(new KeyDirectory(directory).read().fingerprint());
    }

    @Test
    void failsWhenTheDirectoryKeepsChanging() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        mount.write(Map.of("a.pem", utf8("1"), "b.pem", utf8("1")));
        assertThatThrownBy(() -> swapDuringRead(mount, Integer.MAX_VALUE))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("..data: The link changed 5 times while the directory was read");
    }

    private String swapDuringRead(KubeletMount mount, int swaps) {
        AtomicInteger left = new AtomicInteger(swaps);
        FileReader swapping = new FileReader() {
            @Override
            public byte[] read(String name, Path file) {
                byte[] content = super.read(name, file);
                if (left.getAndDecrement() > 0) {
                    try {
                        mount.write(Map.of("a.pem", utf8("2"), "b.pem", utf8("2")));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
                return content;
            }
        };
        return new KeyDirectory(directory, swapping).read().fingerprint();
    }

    @Test
    void refusesADirectoryThatIsMissingOrNone() {
        assertRefused(directory.resolve("absent"), directory.resolve("absent") + ": The directory does not exist");
        write(directory, "file.pem", utf8(""));
        assertRefused(directory.resolve("file.pem"), directory.resolve("file.pem") + ": It is not a directory");
    }

    @Test
    void refusesSubdirectoriesAndDanglingOrCircularLinks() throws IOException {
        Path sub = Files.createDirectory(directory.resolve("sub.pem"));
        assertRefused("sub.pem: It is a directory; put key files at the top level");
        Files.delete(sub);

        Path dangling = Files.createSymbolicLink(directory.resolve("gone.pem"), Path.of("nowhere"));
        assertRefused("gone.pem: The target of the link does not exist");
        Files.delete(dangling);

        Path stale = Files.createSymbolicLink(directory.resolve("stale.pem"), Path.of("..data", "stale.pem"));
        assertRefused("stale.pem: The target of the link does not exist");
        Files.delete(stale);

        Path loop = Files.createSymbolicLink(directory.resolve("loop.pem"), Path.of("loop.pem"));
        assertRefused("loop.pem: The link is circular, or its target may not be read");
        Files.delete(loop);

        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026"));
        assertRefused("..data: The target of the link does not exist");
    }

    @Test
    void refusesADeviceThatWouldBlock() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")));
        Files.createSymbolicLink(directory.resolve("a.secret"), Path.of("/dev/zero"));
        assertRefused("a.secret: It is not a regular file");
    }

    /** Without file modes, which do not apply to root: this file opens but cannot be read. */
    @Test
    void refusesAFileThatCannotBeRead() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/mem")));
        Files.createSymbolicLink(directory.resolve("a.secret"), Path.of("/proc/self/mem"));
        assertRefused("a.secret: It cannot be read; check its owner and mode");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        write(directory, "a.secret", new byte[FileReader.MAX_BYTES]);
        assertThat(new KeyDirectory(directory).read().files()).hasSize(1);
        write(directory, "a.secret", new byte[FileReader.MAX_BYTES + 1]);
        assertRefused("a.secret: It is larger than 1 MiB");

        for (int i = 0; i < 17; i++) {
            write(directory, "a" + i + ".secret", new byte[FileReader.MAX_BYTES]);
        }
        Files.delete(directory.resolve("a.secret"));
        assertRefused(directory + ": The files are larger than 16 MiB in total");
    }

    @Test
    void refusesMoreThanAThousandFiles() {
        for (int i = 0; i < KeyDirectory.MAX_FILES; i++) {
            write(directory, i + ".secret", new byte[0]);
        }
        assertThat(new KeyDirectory(directory).read().files()).hasSize(KeyDirectory.MAX_FILES);
        write(directory, "one-more.pem", new byte[0]);
        assertRefused(directory + ": The directory has more than 1000 files");
    }

    @Test
    void aLineBreakInANameForgesNoLogLine() throws IOException {
        write(directory, "a\nWARN forged", pkcs8(Algorithm.ES256));
        assertThatThrownBy(() -> KeyGeneration.check(new KeyDirectory(directory).read()))
                .hasMessageStartingWith("a?WARN forged: The name does not end in");
    }

    private void assertRefused(String message) {
        assertRefused(directory, message);
    }

    private static void assertRefused(Path path, String message) {
        assertThatThrownBy(() -> new KeyDirectory(path).read())
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(message);
    }
}
