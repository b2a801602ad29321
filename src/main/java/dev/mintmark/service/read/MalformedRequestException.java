package dev.mintmark.service.read;

import dev.mintmark.jose.JsonPointerException;

/** A request that is malformed or contradicts itself. */
public final class MalformedRequestException extends JsonPointerException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer JSON pointer to the member of the request
     * @param detail the error as a sentence
     */
    public MalformedRequestException(String pointer, String detail) {
        super(pointer, detail);
    }
}
