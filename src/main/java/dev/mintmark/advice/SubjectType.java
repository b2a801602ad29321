package dev.mintmark.advice;

import java.util.Locale;

/** The types of subjects. */
public enum SubjectType {
    TOKEN,
    /** A token that is not yet signed: its proposed header and claims. */
    SPEC,
    JWK,
    JWKS,
    SECRET;

    /** The name on the wire, which is the name of the member in {@code POST /advisories}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
