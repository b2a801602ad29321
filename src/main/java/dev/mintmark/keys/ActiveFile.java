package dev.mintmark.keys;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The file {@code active}: the keys that sign, one key id or file name per line. Blank lines and lines that start with
 * {@code #} are ignored. Errors name the line but not its text, which may be a secret in the wrong file.
 */
final class ActiveFile {
    private final List<String> lines;

    ActiveFile(byte[] content) {
        this.lines = new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }

    /**
     * The ids of the listed keys; a file name selects all keys of the file.
     *
     * @throws InvalidFileException if the file lists no key, or a line names no key or a public key
     */
    Set<String> pick(List<CheckedKey> keys) {
        Set<String> picked = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String entry = lines.get(i);
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                pick(entry, i + 1, keys).forEach(key -> picked.add(key.keyId()));
            }
        }
        if (picked.isEmpty()) {
            throw new InvalidFileException(
                    FileName.ACTIVE, "The file lists no key; delete it to sign with the last file name");
        }
        return picked;
    }

    /** By key id or else by file name. Both halves of a pair have one id, of which the private half signs. */
    private static List<CheckedKey> find(String entry, List<CheckedKey> keys) {
        List<CheckedKey> byId =
                keys.stream().filter(key -> key.keyId().equals(entry)).toList();
        if (byId.isEmpty()) {
            return keys.stream()
                    .filter(key -> key.file().filter(entry::equals).isPresent())
                    .toList();
        }
        List<CheckedKey> signing = byId.stream().filter(CheckedKey::canSign).toList();
        return signing.isEmpty() ? byId : signing;
    }

    private static List<CheckedKey> pick(String entry, int line, List<CheckedKey> keys) {
        List<CheckedKey> found = find(entry, keys);
        if (found.isEmpty()) {
            throw new InvalidFileException(
                    FileName.ACTIVE, "Line " + line + " is not a key id or the name of a key file in this directory");
        }
        if (!found.stream().allMatch(CheckedKey::canSign)) {
            throw new InvalidFileException(FileName.ACTIVE, "Line " + line + " names a public key, which cannot sign");
        }
        return found;
    }
}
