package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The state of each key of a generation, derived from the previous states. A key that is chosen to sign when it is
 * first seen is announced for some polls first, so that the caches of resource servers and the other replicas load it
 * before the first token. Until then, the active keys of its algorithm keep signing.
 */
final class Rotation {
    private final KeyGeneration generation;
    /** By identity: the poll at which a key that was chosen when it was first seen may sign. */
    private final Map<String, Integer> due;
    /** By {@link CheckedKey#identity()}. */
    private final Map<String, KeyState> states = new HashMap<>();

    private Rotation(KeyGeneration generation, Map<String, Integer> due) {
        this.generation = generation;
        this.due = due;
    }

    /** At start-up the chosen keys sign at once, because no other keys signed before. */
    static Rotation start(KeyGeneration generation) {
        Rotation rotation = new Rotation(generation, Map.of());
        rotation.decide(generation.chosen());
        return rotation;
    }

    /**
     * The next rotation, with the same or another generation.
     *
     * @param poll the number of this poll
     * @param announcePolls for how many polls a new key is announced
     */
    Rotation next(KeyGeneration successor, int poll, int announcePolls) {
        Map<String, Integer> nextDue = new HashMap<>();
        for (CheckedKey key : successor.keys()) {
            String identity = key.identity();
            boolean isNew = !states.containsKey(identity);
            if (successor.isChosen(key) && (isNew || due.containsKey(identity))) {
                nextDue.put(identity, due.getOrDefault(identity, poll + announcePolls));
            }
        }
        Rotation next = new Rotation(successor, nextDue);
        next.decide(signers(successor, key -> nextDue.getOrDefault(key.identity(), poll) > poll));
        return next;
    }

    KeyGeneration generation() {
        return generation;
    }

    KeyState state(CheckedKey key) {
        return states.getOrDefault(key.identity(), KeyState.RETIRED);
    }

    boolean hasStatesOf(Rotation other) {
        return states.equals(other.states);
    }

    /**
     * The ids of the keys that sign: the chosen ones, or, while all chosen keys of an algorithm wait, the previous
     * ones.
     */
    private Set<String> signers(KeyGeneration successor, Predicate<CheckedKey> waits) {
        Set<String> signers = new HashSet<>();
        for (Algorithm algorithm : Algorithm.values()) {
            List<CheckedKey> keys = successor.keys().stream()
                    .filter(key -> key.algorithm() == algorithm && key.canSign())
                    .toList();
            List<CheckedKey> chosen = keys.stream().filter(successor::isChosen).toList();
            boolean allWait = !chosen.isEmpty() && chosen.stream().allMatch(waits);
            Predicate<CheckedKey> signs = allWait ? key -> state(key) == KeyState.ACTIVE : waits.negate();
            (allWait ? keys : chosen).stream().filter(signs).forEach(key -> signers.add(key.keyId()));
        }
        // Tokens that some caches cannot verify for a minute are better than no tokens.
        return signers.isEmpty() ? successor.chosen() : signers;
    }

    /** A key that is not chosen is announced if it follows the last signer, and retired otherwise. */
    private void decide(Set<String> signers) {
        Map<Algorithm, String> lastSigner = new EnumMap<>(Algorithm.class);
        for (CheckedKey key : generation.keys()) {
            if (signers.contains(key.keyId())) {
                lastSigner.put(key.algorithm(), key.keyId());
            }
        }
        for (CheckedKey key : generation.keys()) {
            boolean signs = signers.contains(key.keyId());
            boolean isPast = !generation.isChosen(key) && lastSigner.containsKey(key.algorithm());
            KeyState idle = isPast ? KeyState.RETIRED : KeyState.ANNOUNCED;
            states.put(key.identity(), signs ? KeyState.ACTIVE : idle);
            // Keys after the last signer are future keys.
            lastSigner.remove(key.algorithm(), key.keyId());
        }
    }
}
