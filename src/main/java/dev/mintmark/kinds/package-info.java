/**
 * What a token is: its kind, and the provider whose token it is, recognised from {@code typ}, the issuer and the claims
 * (RFC 8725 sections 3.11 and 3.12).
 *
 * <p>Owns two tables, both data: {@code kinds.json} says for each kind how it is recognised, what its specification
 * requires and which advisory rules apply; {@code providers/*.json} says for each provider how its tokens are recognised,
 * what its claims mean, and which rules its own design rules out. Each row names the document that it can be checked
 * against.
 *
 * <p>Knows {@code jose} alone. Recognition reads unverified input and proves nothing: a forged token may look like one of
 * any provider. So no row can silence a critical finding.
 */
@NullMarked
package dev.mintmark.kinds;

import org.jspecify.annotations.NullMarked;
