package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Generates the files of a key directory, one new key per file, in the form that {@link KeyDirectory} reads. Never
 * overwrites a file.
 */
public final class KeyFileGenerator {
    /** Valid as a key of a Secret, and without dots, which would separate another algorithm. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Path directory;

    /** Files are written to this directory, which is created if it does not exist. */
    public KeyFileGenerator(Path directory) {
        this.directory = directory;
    }

    /** A generated file and the {@code kid} of its key. */
    public record MadeKey(String file, String keyId) {}

    /**
     * Generates a key file for each algorithm, {@code prefix.rs256.pem} or {@code prefix.hs256.secret}; an RSA key
     * takes up to one second of CPU.
     *
     * @param active whether to write the file {@code active} too, with all these keys
     * @throws IllegalArgumentException if the prefix has characters other than letters, digits, hyphens and underscores
     * @throws FileAlreadyExistsException if one of the files exists; then no file is written
     * @throws IOException if a file cannot be written; files before it stay
     */
    public List<MadeKey> make(String prefix, Set<Algorithm> algorithms, boolean active) throws IOException {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("A name has at most 100 letters, digits, hyphens and underscores");
        }
        Map<String, Algorithm> names = new LinkedHashMap<>();
        algorithms.forEach(algorithm -> names.put(name(prefix, algorithm), algorithm));
        requireAbsent(names.keySet());
        if (active) {
            requireAbsent(Set.of(FileName.ACTIVE));
        }
        Files.createDirectories(directory, ownerOnly("rwx------"));
        List<MadeKey> made = new ArrayList<>();
        for (Map.Entry<String, Algorithm> entry : names.entrySet()) {
            byte[] content = utf8(text(GeneratedKey.of(entry.getValue())));
            // Reads the file as the service reads it, to be sure that the service accepts it.
            CheckedKey key = new KeyFile(entry.getKey(), content).keys().get(0);
            write(entry.getKey(), content);
            made.add(new MadeKey(entry.getKey(), key.keyId()));
        }
        if (active) {
            write(FileName.ACTIVE, utf8(String.join("\n", names.keySet()) + '\n'));
        }
        return made;
    }

    private static String name(String prefix, Algorithm algorithm) {
        String ending = algorithm.family() == Algorithm.Family.HMAC ? ".secret" : ".pem";
        return prefix + '.' + algorithm.joseName().toLowerCase(Locale.ROOT) + ending;
    }

    /**
     * PEM, or a secret as base64url text with a line feed: other services get the secret through variables and
     * settings, which cannot contain raw bytes.
     */
    private static String text(Jwk jwk) {
        return jwk.isSecret() ? jwk.insecurePrivateJson().path("k").asText() + '\n' : Pem.insecurePrivateText(jwk);
    }

    private void requireAbsent(Collection<String> names) throws FileAlreadyExistsException {
        for (String name : names) {
            if (Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(directory.resolve(name).toString());
            }
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var file = Files.newByteChannel(directory.resolve(name), options, ownerOnly("rw-------"))) {
            file.write(ByteBuffer.wrap(content));
        }
    }

    /** Sets the mode at creation, not afterwards. File systems without modes are skipped. */
    private FileAttribute<?>[] ownerOnly(String mode) {
        boolean modes = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return modes
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
