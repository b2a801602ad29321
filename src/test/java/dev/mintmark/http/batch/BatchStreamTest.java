package dev.mintmark.http.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.batch.Batch;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchStreamTest {
    private static final int CHUNK = 32;

    private final BatchWorkers workers = new BatchWorkers(1);
    private final AtomicInteger minted = new AtomicInteger();

    /** Takes more at once, or never again. */
    private static final class Reader implements BatchStream.Reader {
        private final CompletionStage<Void> ready;
        private final StringBuffer read = new StringBuffer();
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private Optional<BatchSlot> slot = Optional.empty();

        private Reader(CompletionStage<Void> ready) {
            this.ready = ready;
        }

        @Override
        public CompletionStage<Void> take(byte[] lines) {
            read.append(new String(lines, StandardCharsets.US_ASCII));
            return ready;
        }

        @Override
        public void end() {
            slot.ifPresent(BatchSlot::close);
            end.complete("end");
        }

        @Override
        public void abort() {
            slot.ifPresent(BatchSlot::close);
            end.complete("abort");
        }

        String outcome() throws Exception {
            return end.get(30, TimeUnit.SECONDS);
        }
    }

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void aStoppedReaderDelaysOnlyItsOwnBatch() throws Exception {
        Reader stopped = new Reader(new CompletableFuture<>());
        BatchStream held = stream(1000, this::count, stopped);
        held.start();

        Reader eager = new Reader(CompletableFuture.completedFuture(null));
        stream(1000, BatchStreamTest::token, eager).start();

        assertThat(eager.outcome()).isEqualTo("end");
        assertThat(eager.read.toString().lines())
                .hasSize(1000)
                .startsWith("0", "1")
                .endsWith("999");
        // One worker would have minted the rest of the other batch long ago.
        assertThat(minted.get()).isEqualTo(workers.lookAhead() * CHUNK);
        assertThat(workers.batches()).isEqualTo(1);

        held.cancel();
        assertThat(stopped.outcome()).isEqualTo("abort");
        assertThat(workers.batches()).isZero();
    }

    @Test
    void anInternalErrorEndsTheBatchAsIncomplete() throws Exception {
        Reader reader = new Reader(CompletableFuture.completedFuture(null));
        IntFunction<MintResult> failing = index -> {
            if (index == 500) {
                throw new IllegalStateException("as a bug would");
            }
            return token(index);
        };
        stream(1000, failing, reader).start();
        assertThat(reader.outcome()).isEqualTo("abort");
        assertThat(reader.read.toString().lines().count()).isLessThanOrEqualTo(500);
    }

    private BatchStream stream(int size, IntFunction<MintResult> tokens, Reader reader) {
        reader.slot = workers.enter();
        BatchLines lines = new BatchLines(new Batch(size, 1, tokens), Optional.empty());
        return new BatchStream(lines, workers, reader.slot.orElseThrow(), reader);
    }

    private MintResult count(int index) {
        minted.incrementAndGet();
        return token(index);
    }

    private static MintResult token(int index) {
        MintedToken token = new MintedToken(
                Integer.toString(index),
                TokenType.ACCESS,
                JsonMembers.EMPTY,
                JsonMembers.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
        return new MintResult(token, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
