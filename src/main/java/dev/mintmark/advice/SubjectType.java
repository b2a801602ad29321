package dev.mintmark.advice;

import java.util.Locale;

/** What can be advised on. */
public enum SubjectType {
    TOKEN,
    /** A token that is not yet made: its proposed header and claims. */
    SPEC,
    JWK,
    JWKS,
    SECRET;

    /** The name on the wire, which is that of the member of {@code POST /advisories}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
