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

/**
 * The keys of one state of the directory, checked as a whole.
 *
 * @param keys all keys, by file name and place in the file
 * @param chosen the ids of those that are to sign, by the file {@code active} or as the last name of their algorithm
 */
record KeyGeneration(List<CheckedKey> keys, Set<String> chosen) {

    KeyGeneration {
        keys = List.copyOf(keys);
        chosen = Set.copyOf(chosen);
    }

    /**
     * Checks every file, and the files against each other.
     *
     * @throws InvalidFileException with everything that is wrong
     */
    static KeyGeneration check(DirectorySnapshot snapshot) {
        List<String> faults = new ArrayList<>();
        List<CheckedKey> keys = new ArrayList<>();
        for (KeyFile file : snapshot.files()) {
            try {
                keys.addAll(file.keys());
            } catch (KeyRejectedException e) {
                faults.add(file.name() + ": " + e.detail());
            }
        }
        faults.addAll(clashes(keys));
        if (!faults.isEmpty()) {
            throw new InvalidFileException(faults);
        }
        if (keys.isEmpty()) {
            throw new InvalidFileException(List.of("The directory has no key file"));
        }
        Set<String> chosen =
                snapshot.active().map(active -> active.pick(keys)).orElseGet(() -> Set.copyOf(lastNames(keys)));
        if (chosen.isEmpty()) {
            throw new InvalidFileException(List.of("The directory has only public keys, so that none can sign"));
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

    private static List<String> clashes(List<CheckedKey> keys) {
        List<String> faults = new ArrayList<>();
        Map<String, String> byThumbprint = new HashMap<>();
        Map<String, String> byId = new HashMap<>();
        for (CheckedKey key : keys) {
            String file = key.file().orElse("");
            String same = byThumbprint.putIfAbsent(key.jwk().thumbprint(), file);
            String namesake = byId.putIfAbsent(key.keyId(), file);
            if (same != null) {
                faults.add(same + " and " + file + ": The same key twice");
            } else if (namesake != null) {
                faults.add(namesake + " and " + file + ": Two keys with the same kid (RFC 7517 4.5)");
            }
        }
        return faults;
    }
}
