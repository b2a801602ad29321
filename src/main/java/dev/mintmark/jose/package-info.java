/**
 * RFC 7515 (JWS), 7517 (JWK), 7518 (algorithms), 7519 (JWT), 7638 (thumbprints) and 8037 (EdDSA).
 *
 * <p>Owns strict parsing, keys, claims and signatures. Contains no policy, clock or HTTP: it tells what a token or a key
 * <em>is</em>, not whether it is accepted. Only this package and {@code keys} use the JCA for signatures, so a change of the
 * crypto provider happens here. Knows neither SmallRye JWT nor configuration.
 *
 * <p>Raw signatures use the JCA and not jose4j: behind our own parser nothing of jose4j's consumer is needed, and its
 * exception messages contain the whole token. {@link dev.mintmark.jose.Jws} assembles the tokens of all algorithms.
 * Another engine may sign with a key ({@link dev.mintmark.jose.JwsEngine}, chosen when the key is built): the service signs
 * with RSA keys by SmallRye JWT's builder, in a package of its own.
 *
 * <p>{@link dev.mintmark.jose.NativeCrypto} can put a native provider before the JDK's providers, once, before the first
 * key exists. Nothing in this package may depend on which provider signs; its tests run with both.
 */
@NullMarked
package dev.mintmark.jose;

import org.jspecify.annotations.NullMarked;
