/**
 * RFC 7515 (JWS), 7517 (JWK), 7518 (algorithms), 7519 (JWT), 7638 (thumbprints) and 8037 (EdDSA).
 *
 * <p>Owns strict parsing, keys, claims and signatures. Contains no policy, clock or HTTP: it tells what a token or a key
 * <em>is</em>, not whether it is accepted. Only this package and {@code keys} use the JCA, jose4j or SmallRye JWT, so a
 * change of the crypto provider happens here.
 *
 * <p>Raw signatures use the JCA and not jose4j: behind our own parser nothing of jose4j's consumer is needed, and its
 * exception messages contain the whole token. SmallRye JWT's builder signs the tokens of RSA keys with RS256, RS384 and
 * RS512. The builder reads the configuration five times per token ({@code JwtBuilderSettings} in {@code app} supplies
 * the values) and copies text, which costs about 20 µs and 40 KB. That is little beside the 400 µs of an RSA signature
 * and most of the time of an ES256, EdDSA or HS256 token. {@link dev.mintmark.jose.Jws} therefore assembles those tokens,
 * the tokens of PS algorithms, and tokens that the builder cannot express, at a fifth of the cost
 * ({@code bench/inside Token}).
 *
 * <p>{@link dev.mintmark.jose.NativeCrypto} can put a native provider before the JDK's providers, once, before the first
 * key exists. Nothing in this package may depend on which provider signs; its tests run with both.
 */
@NullMarked
package dev.mintmark.jose;

import org.jspecify.annotations.NullMarked;
