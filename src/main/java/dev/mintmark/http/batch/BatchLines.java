package dev.mintmark.http.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import dev.mintmark.http.wire.MintResponse;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.batch.Batch;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.tokens.PolicyViolationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The tokens of a batch as lines, minted as they are written; one that is refused is a line too. */
final class BatchLines {
    /** Enough work to be worth a thread's while, and little enough for another batch to have its turn soon. */
    private static final int MAX_LINES = 32;

    private static final int MAX_BYTES = 64 * 1024;

    /** An answer says once more what is in its token. */
    private static final int LINE_FOR_TOKEN = 2;

    private final Batch batch;
    private final Optional<ObjectWriter> json;
    private final int chunk;

    /** @param json writes the answers; empty for bare tokens */
    BatchLines(Batch batch, Optional<ObjectWriter> json) {
        this.batch = batch;
        this.json = json;
        // Large tokens make short chunks, for what is minted ahead is kept in memory. Specs are as large as the body.
        int line = Math.max(1, batch.length() * (json.isEmpty() ? 1 : LINE_FOR_TOKEN));
        this.chunk = Math.min(MAX_LINES, 1 + MAX_BYTES / line);
    }

    int size() {
        return batch.size();
    }

    /** How many lines to mint at a time. */
    int chunk() {
        return chunk;
    }

    /** The lines of these indexes, or fewer if nobody wants them any more. */
    byte[] lines(int from, int to, BooleanSupplier unwanted) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int index = from; index < to && !unwanted.getAsBoolean(); index++) {
            lines.writeBytes(line(index));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private byte[] line(int index) {
        try {
            return line(batch.mint(index));
        } catch (MalformedRequestException e) {
            return error(index, Problem.of(ProblemType.MALFORMED_REQUEST, e.pointer(), e.detail()));
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
            // Its message may quote what it was to write.
            throw new IllegalStateException("An answer cannot be written");
        }
    }

    private static byte[] error(int index, Problem problem) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("index", index);
        line.put("error", problem.members());
        return StrictJson.bytes(line);
    }
}
