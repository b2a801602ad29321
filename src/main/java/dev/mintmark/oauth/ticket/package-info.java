/**
 * Tickets: logins that a test prepares for itself, with any user, lifetimes, clock and one fault.
 *
 * <p>A ticket is a sealed value, so that any replica takes it and tests in parallel do not see each other. Knows nothing of
 * the endpoints that commit what a ticket orders.
 */
@NullMarked
package dev.mintmark.oauth.ticket;

import org.jspecify.annotations.NullMarked;
