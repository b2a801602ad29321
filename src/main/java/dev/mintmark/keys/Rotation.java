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
 * What each key of a generation does now, as a step from what the keys did before. A key that is chosen to sign when it
 * is first seen is announced for some polls, so that the caches of resource servers and the other replicas learn it
 * before the first token; until then the active keys of its algorithm go on.
 */
final class Rotation {
    private final KeyGeneration generation;
    /** By identity, the poll at which a key that was chosen at first sight may sign. */
    private final Map<String, Integer> due;
    /** By identity. */
    private final Map<String, KeyState> states = new HashMap<>();

    private Rotation(KeyGeneration generation, Map<String, Integer> due) {
        this.generation = generation;
        this.due = due;
    }

    /** At start-up the chosen keys sign at once: nothing signed before, so nothing could go on. */
    static Rotation start(KeyGeneration generation) {
        Rotation rotation = new Rotation(generation, Map.of());
        rotation.decide(generation.chosen());
        return rotation;
    }

    /**
     * The next step, with the same or another generation.
     *
     * @param poll the number of this poll
     * @param announcePolls how many polls a new key is announced for
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

    /** The ids of those that sign: the chosen ones, and while all of an algorithm wait, those that signed before. */
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
        // Tokens that a cache cannot verify for a minute are better than none at all.
        return signers.isEmpty() ? successor.chosen() : signers;
    }

    /** A key that is not chosen is the next one if it comes after the last that signs, else one of the past. */
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
            // Those after the last signer are of the future.
            lastSigner.remove(key.algorithm(), key.keyId());
        }
    }
}
