package dev.mintmark.jose;

import java.security.Key;

/** Chooses once, when a key is built, what signs with the key. */
@FunctionalInterface
public interface JwsEngine {
    /** Assembles tokens in this package, whatever the algorithm. */
    JwsEngine PLAIN = (algorithm, key, assembler) -> assembler;

    /**
     * The signer of a key.
     *
     * @param key the private key or secret; an engine must not keep it anywhere but in the signer
     * @param assembler signs with the same key in this package, for what another engine cannot express
     */
    JwsSigner signer(Algorithm algorithm, Key key, JwsSigner assembler);
}
