package dev.mintmark.draft.model;

/** Why the model gave no usable answer, as the end of a sentence. It repeats nothing of the answer. */
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    ModelException(String reason) {
        super(reason);
    }

    /** The reason, never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
