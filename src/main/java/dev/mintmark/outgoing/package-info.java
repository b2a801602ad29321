/**
 * Reads what other servers answer, within bounds.
 *
 * <p>The program opens a connection for the runner of drills and for a configured language model. Both read the answer of a
 * server that they do not trust. Knows neither of them.
 */
@NullMarked
package dev.mintmark.outgoing;

import org.jspecify.annotations.NullMarked;
