package dev.mintmark.http.batch;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The place of one batch among those in progress. It becomes free when its request has ended and no worker holds one of its
 * chunks any more.
 */
final class BatchSlot {
    private final Runnable free;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /** The request, and each chunk that a worker holds. */
    private final AtomicInteger holders = new AtomicInteger(1);

    /** @param free runs once, when the slot becomes free */
    BatchSlot(Runnable free) {
        this.free = free;
    }

    /** Keeps the slot for a chunk until {@link #release}; false if it is free already. */
    boolean retain() {
        return holders.updateAndGet(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            free.run();
        }
    }

    /** Ends the hold of the request; further calls have no effect. */
    void close() {
        if (isClosed.compareAndSet(false, true)) {
            release();
        }
    }
}
