package dev.mintmark.http.wire;

/** The longest texts of requests, in characters, and what is said of a body that is not there. */
public final class BodyLimits {
    /** Names of algorithms, types, keys, encodings. */
    public static final int NAME = 256;
    /** What goes into one claim by its own member. */
    public static final int TEXT = 8192;
    /** HMAC secrets in any encoding. */
    public static final int SECRET = 16_384;

    /** An empty body, or the JSON null. */
    public static final String BODY_MISSING = "The body is missing; a JSON object is needed, be it {}";

    private BodyLimits() {}
}
