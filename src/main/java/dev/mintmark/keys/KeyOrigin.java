package dev.mintmark.keys;

/** Where a key comes from. */
public enum KeyOrigin {
    /** Made by this process and gone with it. */
    EPHEMERAL,
    /** A file of the mounted directory. */
    DIRECTORY
}
