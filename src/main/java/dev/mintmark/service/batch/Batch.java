package dev.mintmark.service.batch;

import dev.mintmark.service.MintResult;
import dev.mintmark.service.read.MalformedRequestException;
import java.util.function.IntFunction;

/**
 * Many tokens that are ordered and not yet minted.
 *
 * @param size how many
 * @param length of the first token in characters, and about that of the others; 0 where each has a spec of its own
 * @param tokens mints the one of an index; on any thread, in any sequence
 */
public record Batch(int size, int length, IntFunction<MintResult> tokens) {
    /**
     * Mints one of them, without advice.
     *
     * @param index from 0
     * @throws MalformedRequestException if its spec cannot be understood; points into the order of the batch
     * @throws dev.mintmark.tokens.PolicyViolationException if it is understood and refused
     */
    public MintResult mint(int index) {
        return tokens.apply(index);
    }
}
