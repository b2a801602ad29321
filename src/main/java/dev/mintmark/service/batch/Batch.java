package dev.mintmark.service.batch;

import dev.mintmark.service.MintResult;
import dev.mintmark.service.read.MalformedRequestException;
import java.util.function.IntFunction;

/**
 * The tokens of a batch request, minted on demand.
 *
 * @param size number of tokens
 * @param length length of the first token in characters, which approximates the others; 0 if each token has its own
 *     spec
 * @param tokens mints the token of an index, on any thread and in any order
 */
public record Batch(int size, int length, IntFunction<MintResult> tokens) {
    /**
     * Mints one token without advice.
     *
     * @param index from 0
     * @throws MalformedRequestException if its spec is malformed; points into the batch request
     * @throws dev.mintmark.tokens.PolicyViolationException if the policy rejects its spec
     */
    public MintResult mint(int index) {
        return tokens.apply(index);
    }
}
