package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.KeyRejectedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of one generation of the directory, checked as a whole.
 *
 * @param keys all keys, ordered by file name and position in the file
 * @param chosen the ids of the keys that are to sign: listed in {@code active}, or the last file name of their
 *     algorithm
 */
record KeyGeneration(List<CheckedKey> keys, Set<String> chosen) {

    KeyGeneration {
        keys = List.copyOf(keys);
        chosen = Set.copyOf(chosen);
    }

    /**
     * Checks every file, and the files against one another.
     *
     * @throws InvalidFileException with all errors
     */
    static KeyGeneration check(DirectorySnapshot snapshot) {
        List<String> errors = new ArrayList<>();
        List<CheckedKey> all = new ArrayList<>();
        for (KeyFile file : snapshot.files()) {
            try {
                all.addAll(file.keys());
            } catch (KeyRejectedException e) {
                errors.add(file.name() + ": " + e.detail());
            }
        }
        List<CheckedKey> keys = withoutPublicHalves(all);
        errors.addAll(clashes(keys));
        if (!errors.isEmpty()) {
            throw new InvalidFileException(errors);
        }
        if (keys.isEmpty()) {
            throw new InvalidFileException(List.of("The directory has no key file"));
        }
        Set<String> chosen =
                snapshot.active().map(active -> active.pick(all)).orElseGet(() -> Set.copyOf(lastNames(keys)));
        if (chosen.isEmpty()) {
            throw new InvalidFileException(List.of("The directory has public keys only, and no key can sign"));
        }
        return new KeyGeneration(keys, chosen);
    }

    boolean isChosen(CheckedKey key) {
        return chosen.contains(key.keyId());
    }

    private static Collection<String> lastNames(List<CheckedKey> keys) {
        Map<Algorithm, String> last = new EnumMap<>(Algorithm.class);
        keys.stream().filter(CheckedKey::canSign).forEach(key -> last.put(key.algorithm(), key.keyId()));
        return last.values();
    }

    /** A directory often has both files of a pair; the public half adds nothing to the private one. */
    private static List<CheckedKey> withoutPublicHalves(List<CheckedKey> keys) {
        Set<String> signing = keys.stream()
                .filter(CheckedKey::canSign)
                .map(key -> key.jwk().thumbprint())
                .collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> key.canSign() || !signing.contains(key.jwk().thumbprint()))
                .toList();
    }

    private static List<String> clashes(List<CheckedKey> keys) {
        List<String> errors = new ArrayList<>();
        Map<String, String> byThumbprint = new HashMap<>();
        Map<String, String> byId = new HashMap<>();
        for (CheckedKey key : keys) {
            String file = key.file().orElse("");
            String same = byThumbprint.putIfAbsent(key.jwk().thumbprint(), file);
            String sameId = byId.putIfAbsent(key.keyId(), file);
            if (same != null) {
                errors.add(same + " and " + file + ": The same key twice");
            } else if (sameId != null) {
                errors.add(sameId + " and " + file + ": Two keys with the same kid (RFC 7517 4.5)");
            }
        }
        return errors;
    }
}
