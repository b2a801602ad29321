/**
 * Who may create or revoke something: API keys ({@link dev.mintmark.http.guard.Guarded}) and, against hostile web pages, the
 * header {@code Origin} ({@link dev.mintmark.http.guard.OriginChecked}). A new operation that creates or revokes something has
 * both annotations.
 */
@NullMarked
package dev.mintmark.http.guard;

import org.jspecify.annotations.NullMarked;
