/**
 * The JSON form of requests and responses: strict settings, errors with the place and the fix, and suggestions for unknown
 * members.
 *
 * <p>HTTP, the command line and other interfaces read requests by this package, so that the same mistake gets the same
 * message.
 */
@NullMarked
package dev.mintmark.service.body;

import org.jspecify.annotations.NullMarked;
