package dev.mintmark.service.request;

/** The limits of requests. Lengths are in characters. */
public final class RequestLimits {
    /** Names of algorithms, types, keys and encodings. */
    public static final int NAME = 256;

    /** One text, such as a subject, a role or an audience. */
    public static final int TEXT = 8192;

    /** HMAC secrets in any encoding. */
    public static final int SECRET = 16_384;

    /** Values of one list, such as the roles to mint or the scope to expect. */
    public static final int VALUES = 1000;

    /** Keys of one key set. */
    public static final int KEYS = 100;

    private RequestLimits() {}
}
