package dev.mintmark.http.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.batch.Batch;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.response.MintResponse;
import dev.mintmark.tokens.PolicyViolationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The tokens of a batch as lines, minted as they are written. A token that cannot be minted becomes an error line. */
final class BatchLines {
    /** Large enough to outweigh the cost of a task, small enough for batches to alternate quickly. */
    private static final int MAX_LINES = 32;

    private static final int MAX_BYTES = 64 * 1024;

    /** A JSON line repeats the contents of its token. */
    private static final int LINE_FOR_TOKEN = 2;

    private final Batch batch;
    private final Optional<ObjectWriter> json;
    private final int chunk;

    /** @param json writes the responses; empty for bare tokens */
    BatchLines(Batch batch, Optional<ObjectWriter> json) {
        this.batch = batch;
        this.json = json;
        // Large tokens make short chunks, because chunks minted ahead stay in memory. The body limit bounds the specs.
        int line = Math.max(1, batch.length() * (json.isEmpty() ? 1 : LINE_FOR_TOKEN));
        this.chunk = Math.min(MAX_LINES, 1 + MAX_BYTES / line);
    }

    int size() {
        return batch.size();
    }

    /** The number of lines to mint at a time. */
    int chunk() {
        return chunk;
    }

    /** The lines of these indexes, or fewer if the batch was cancelled. */
    byte[] lines(int from, int to, BooleanSupplier isCancelled) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int index = from; index < to && !isCancelled.getAsBoolean(); index++) {
            lines.writeBytes(line(index));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private byte[] line(int index) {
        try {
            return line(batch.mint(index));
        } catch (MalformedRequestException e) {
            return error(index, Problem.of(e));
        } catch (PolicyViolationException e) {
            return error(index, Problem.of(ProblemType.POLICY_VIOLATION, e.pointer(), e.detail()));
        }
    }

    private byte[] line(MintResult minted) {
        if (json.isEmpty()) {
            return minted.token().token().getBytes(StandardCharsets.US_ASCII);
        }
        try {
            return json.get().writeValueAsBytes(MintResponse.of(minted));
        } catch (JsonProcessingException e) {
            // The message of the cause may quote the value.
            throw new IllegalStateException("A response cannot be written");
        }
    }

    private static byte[] error(int index, Problem problem) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("index", index);
        line.put("error", problem.members());
        return StrictJson.bytes(line);
    }
}
