package dev.mintmark.http.problem;

import com.fasterxml.jackson.core.JsonParseException;

/** The body is not UTF-8 or has a lone surrogate. The message gives the position and none of the content. */
public final class BodyEncodingException extends JsonParseException {
    private static final long serialVersionUID = 1L;

    public BodyEncodingException(String detail) {
        super(null, detail);
    }

    /** The error with its position, as a sentence. */
    String detail() {
        return getOriginalMessage();
    }
}
