/**
 * Many tokens by one request: {@link dev.mintmark.service.batch.BatchMinter} opens a
 * {@link dev.mintmark.service.batch.Batch}, whose tokens are minted one by one as they are written.
 */
@NullMarked
package dev.mintmark.service.batch;

import org.jspecify.annotations.NullMarked;
