/**
 * The configuration of OAuth: users, clients, scopes and rules of issuers, with what holds where none is given.
 *
 * <p>A configuration is immutable and is replaced as a whole. Knows nothing of files and requests.
 */
@NullMarked
package dev.mintmark.oauth.config;

import org.jspecify.annotations.NullMarked;
