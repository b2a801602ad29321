/**
 * The plan of the house: settings, wiring, health, metrics, scheduling. Imports every room; nobody imports it.
 *
 * <p>Metrics are made of what the rooms say anyway: the desk's {@link dev.mintmark.desk.Ledger}, the rings of the cabinet,
 * and a watch around the store of revocations. No room below knows that there are any.
 */
@NullMarked
package dev.mintmark.app;

import org.jspecify.annotations.NullMarked;
