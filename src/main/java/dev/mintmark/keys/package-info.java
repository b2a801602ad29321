/**
 * The cabinet: the service's own keys, where they come from, and which of them signs now.
 *
 * <p>Owns the {@link dev.mintmark.keys.KeyRing} (an immutable snapshot that a request keeps from start to end), the
 * files of a mounted directory, the rotation between their generations, and the ephemeral keys of a service that has no
 * directory. Knows only {@code jose}: no claims, no HTTP, no settings, no logger and no timer. What happened is a value
 * ({@link dev.mintmark.keys.PollResult}); {@code app} calls, logs and counts.
 *
 * <p>The directory is polled and not watched: the kubelet changes a mounted Secret by renaming one symbolic link
 * ({@code ..data}), which a watcher of the files never sees. A generation is read from the one directory that
 * {@code ..data} leads to, never through the links beside it, which the kubelet mends a moment later; and it is taken or
 * refused as a whole.
 *
 * <p>Where the design leaves it open:
 *
 * <ul>
 *   <li>Names are in the order of their UTF-16 units: {@code 2026-9} comes after {@code 2026-10}.
 *   <li>An algorithm in a name stands between dots, also first ({@code hs512.secret}). {@code x.ed25519.pem} is
 *       published as {@code EdDSA}, the name that every client knows; a JWK's own {@code alg} keeps its spelling.
 *   <li>An {@code oct} JWK without {@code alg} is HS256, as a {@code .secret} file is: a longer secret must not change
 *       the algorithm of the tokens.
 *   <li>A public key may lie in the directory and only verifies, so that a retired key's private half can go early.
 *   <li>Two keys of one algorithm may be active; the one with the last file name signs unless the other is asked for.
 *   <li>A new key waits for its time also when its algorithm is new. Only where no key at all could sign does it sign at
 *       once: tokens that some caches cannot verify for a minute are better than no service.
 *   <li>A key is the same key while its id and its material are: another one under an old id is new, and waits.
 * </ul>
 */
@NullMarked
package dev.mintmark.keys;

import org.jspecify.annotations.NullMarked;
