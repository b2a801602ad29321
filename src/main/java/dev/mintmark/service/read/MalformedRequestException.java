package dev.mintmark.service.read;

import dev.mintmark.jose.JsonPointerException;

/** A request that cannot be understood or contradicts itself. */
public final class MalformedRequestException extends JsonPointerException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer to the member of the request
     * @param detail what is wrong with it, as a sentence
     */
    public MalformedRequestException(String pointer, String detail) {
        super(pointer, detail);
    }
}
