package dev.mintmark.keys;

import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The content of the directory at one moment, read but not parsed.
 *
 * @param fingerprint a digest of the source and of every name, size and content; guesses of a weak secret could be
 *     tested against it, so it never leaves this package
 * @param files the key files, ordered by name
 * @param active the file {@code active}, if there is one
 */
record DirectorySnapshot(String fingerprint, List<KeyFile> files, Optional<ActiveFile> active) {

    static DirectorySnapshot of(String source, SortedMap<String, byte[]> contents) {
        List<KeyFile> files = contents.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(FileName.ACTIVE))
                .map(entry -> new KeyFile(entry.getKey(), entry.getValue()))
                .toList();
        Optional<ActiveFile> active =
                Optional.ofNullable(contents.get(FileName.ACTIVE)).map(ActiveFile::new);
        return new DirectorySnapshot(fingerprint(source, contents), files, active);
    }

    private static String fingerprint(String source, SortedMap<String, byte[]> contents) {
        MessageDigest digest = Sha256.start();
        add(digest, source.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            add(digest, entry.getKey().getBytes(StandardCharsets.UTF_8));
            add(digest, entry.getValue());
        }
        return Base64Url.encode(digest.digest());
    }

    /** Adds the length first, so that moving bytes between parts changes the digest. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    @Override
    public String toString() {
        return "DirectorySnapshot" + files;
    }
}
