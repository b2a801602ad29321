/**
 * The alphabet: RFC 7515 (JWS), 7517 (JWK), 7518 (algorithms), 7519 (JWT), 7638 (thumbprints), 8037 (EdDSA).
 *
 * <p>Owns strict parsing, keys, claims and signatures. Knows no policy, no clock and no HTTP: it says what a token or a
 * key <em>is</em>, never whether it is wanted. With {@code keys} it is the only room that touches the JCA, jose4j or
 * SmallRye JWT, so that a change of crypto provider happens here.
 *
 * <p>Raw signatures go through the JCA and not through jose4j: behind our own parser nothing of jose4j's consumer is
 * left to use, and its exception texts hold the whole token. Tokens of RSA keys, which the default algorithm's are, are
 * signed by SmallRye JWT's builder. It asks the configuration five times a token ({@code JwtBuilderSettings} in
 * {@code app} has the answers) and copies text for some 20 µs and 40 KB: little beside 400 µs of RSA, and most of the
 * time of an ES256, EdDSA or HS256 token. So those, and what the builder cannot express, are assembled by
 * {@link dev.mintmark.jose.Jws}, a fifth of the work ({@code bench/inside Token}).
 *
 * <p>{@link dev.mintmark.jose.NativeCrypto} may put a native provider before the JDK's, once, before there is any key.
 * Nothing here may depend on which of them signs: the tests of the room run with both.
 */
@NullMarked
package dev.mintmark.jose;

import org.jspecify.annotations.NullMarked;
