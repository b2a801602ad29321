package dev.mintmark.http.batch;

/**
 * The response entity of a batch.
 *
 * @param slot the slot of the batch, which the end of the request closes
 */
record BatchEntity(BatchLines lines, BatchSlot slot) {}
