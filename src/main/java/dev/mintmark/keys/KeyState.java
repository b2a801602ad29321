package dev.mintmark.keys;

/** The state of a key. In every state the key verifies and, unless it is a secret, is in the JWKS. */
public enum KeyState {
    /** Published so that caches load it; does not sign yet. */
    ANNOUNCED,
    /** Signs. */
    ACTIVE,
    /** Does not sign any more; verifies until it is removed. */
    RETIRED
}
