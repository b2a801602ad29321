package dev.mintmark.http.wire;

/** The maximum lengths of strings in requests, in characters, and the message for a missing body. */
public final class BodyLimits {
    /** Names of algorithms, types, keys, encodings. */
    public static final int NAME = 256;
    /** Values of single claims that have a member of their own. */
    public static final int TEXT = 8192;
    /** HMAC secrets in any encoding. */
    public static final int SECRET = 16_384;

    /** An empty body, or the JSON null. */
    public static final String BODY_MISSING =
            "The body is missing. Send a JSON object; {} is enough where every member is optional.";

    private BodyLimits() {}
}
