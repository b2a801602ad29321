package dev.mintmark.service.read;

import dev.mintmark.jose.JsonPointerException;
import java.util.Collection;
import java.util.List;

/** A request that is malformed or contradicts itself, with all of its independent errors. */
public final class MalformedRequestException extends JsonPointerException {
    private static final long serialVersionUID = 1L;

    private final transient List<Entry> errors;

    /**
     * One error of a request.
     *
     * @param pointer JSON pointer to the member of the request
     * @param detail the error as a sentence
     */
    public record Entry(String pointer, String detail) {}

    /**
     * @param pointer JSON pointer to the member of the request
     * @param detail the error as a sentence
     */
    public MalformedRequestException(String pointer, String detail) {
        this(List.of(new Entry(pointer, detail)));
    }

    private MalformedRequestException(List<Entry> errors) {
        super(errors.get(0).pointer(), errors.get(0).detail());
        this.errors = errors;
    }

    /**
     * An exception with these errors, whose pointer and detail are those of the first.
     *
     * @param errors at least one
     */
    public static MalformedRequestException of(Collection<Entry> errors) {
        return new MalformedRequestException(List.copyOf(errors));
    }

    /** All errors, at least one. */
    public List<Entry> errors() {
        return errors;
    }

    /** The same errors of a request that is a member of another one. */
    public MalformedRequestException below(String pointer) {
        return of(errors.stream()
                .map(error -> new Entry(pointer + error.pointer(), error.detail()))
                .toList());
    }
}
