package dev.mintmark.keys;

/** The three lives of a key. It verifies, and is in the JWKS unless it is a secret, in all of them. */
public enum KeyState {
    /** Published so that caches learn it; does not sign yet. */
    ANNOUNCED,
    /** Signs. */
    ACTIVE,
    /** Signs no more; verifies until it is removed. */
    RETIRED
}
