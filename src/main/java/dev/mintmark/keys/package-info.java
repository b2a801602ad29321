/**
 * The service's own keys, their source, and which of them signs.
 *
 * <p>Owns the {@link dev.mintmark.keys.KeyRing} (an immutable snapshot that a request uses from start to end), the files
 * of a mounted directory, the rotation between their generations, and the ephemeral keys of a service without a
 * directory. Depends on {@code jose} only: no claims, HTTP, settings, logger or timer. Results are values
 * ({@link dev.mintmark.keys.PollResult}); {@code app} polls, logs and counts.
 *
 * <p>The directory is polled and not watched: the kubelet updates a mounted Secret by renaming one symbolic link
 * ({@code ..data}), which a watcher of the files does not see. A generation is read from the directory that
 * {@code ..data} points to, not through the visible links, which the kubelet updates later. A generation is accepted or
 * rejected as a whole.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>Names are ordered by their UTF-16 units: {@code 2026-9} follows {@code 2026-10}.
 *   <li>An algorithm in a name is delimited by dots, also at the start ({@code hs512.secret}). {@code x.ed25519.pem} is
 *       published as {@code EdDSA}, the name that every client knows; a JWK's own {@code alg} keeps its spelling.
 *   <li>An {@code oct} JWK without {@code alg} is HS256, as a {@code .secret} file is: a longer secret must not change
 *       the algorithm of the tokens.
 *   <li>A public key in the directory verifies only, so that the private half of a retired key can be removed early.
 *   <li>Two keys of one algorithm may be active. The one with the last file name signs by default.
 *   <li>A new key is announced first even if its algorithm is new. It signs at once only if no other key can sign: tokens
 *       that some caches cannot verify for a minute are better than no service.
 *   <li>A key is identified by its id and its material. Other material under a known id is a new key and is announced.
 * </ul>
 */
@NullMarked
package dev.mintmark.keys;

import org.jspecify.annotations.NullMarked;
