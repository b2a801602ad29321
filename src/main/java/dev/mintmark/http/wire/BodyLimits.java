package dev.mintmark.http.wire;

import dev.mintmark.service.request.RequestLimits;

/** The maximum lengths of strings in requests, in characters, and the message for a missing body. */
public final class BodyLimits {
    /** Names of algorithms, types, keys, encodings. */
    public static final int NAME = RequestLimits.NAME;

    /** An empty body, or the JSON null. */
    public static final String BODY_MISSING =
            "The body is missing. Send a JSON object; {} is enough where every member is optional.";

    private BodyLimits() {}
}
