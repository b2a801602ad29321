package dev.mintmark.cli;

import dev.mintmark.jose.Algorithm;
import java.util.Arrays;
import java.util.Iterator;

/** The names of all algorithms, for the help. */
final class AlgorithmCandidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Algorithm.values()).map(Algorithm::joseName).iterator();
    }
}
