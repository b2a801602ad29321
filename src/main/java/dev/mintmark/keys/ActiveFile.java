package dev.mintmark.keys;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The file {@code active}: a key id or a file name a line, those that sign. Blank lines and lines that start with
 * {@code #} are passed over. A fault names the line, never its text: it may be a secret in the wrong file.
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
     * The ids of the listed keys; a file name stands for all keys of the file.
     *
     * @throws InvalidFileException if there is none, or a line has no key or one without a private half
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
            throw new InvalidFileException(FileName.ACTIVE, "It lists no key; without the file the last name signs");
        }
        return picked;
    }

    private static List<CheckedKey> pick(String entry, int line, List<CheckedKey> keys) {
        List<CheckedKey> byId =
                keys.stream().filter(key -> key.keyId().equals(entry)).toList();
        List<CheckedKey> found = byId.isEmpty()
                ? keys.stream()
                        .filter(key -> key.file().filter(entry::equals).isPresent())
                        .toList()
                : byId;
        if (found.isEmpty()) {
            throw new InvalidFileException(
                    FileName.ACTIVE, "Line " + line + " is neither a key id nor the name of a key file here");
        }
        if (!found.stream().allMatch(CheckedKey::canSign)) {
            throw new InvalidFileException(
                    FileName.ACTIVE, "Line " + line + " lists a public key, which can verify but never sign");
        }
        return found;
    }
}
