/**
 * The front desk: reads what a caller asks into the words of the workshop, and has it done.
 *
 * <p>Owns durations, instants, contradictions between members, and the reading of a caller's own keys, so that every
 * door (HTTP today) gives the same answer. Must not know HTTP: an order is an interface here, which a door's wire
 * record implements, so that validation annotations stay at the door and the list of members is written once.
 *
 * <p>The desk picks the signing key from the ring's snapshot, because only here algorithm, key id and a caller's own key
 * are seen together.
 *
 * <p>What goes out is noted in a {@link dev.mintmark.desk.Ledger}, here and not in the workshop: the desk alone knows
 * whether a token was handed out or a verdict was asked for by somebody outside, and it sees the advice too.
 */
@NullMarked
package dev.mintmark.desk;

import org.jspecify.annotations.NullMarked;
