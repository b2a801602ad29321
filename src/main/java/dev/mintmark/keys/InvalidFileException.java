package dev.mintmark.keys;

import java.util.List;

/** The files are rejected as a whole. The message gives the reason for each file, without any of its content. */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_ERRORS = 10;

    /**
     * One error.
     *
     * @param file the name of the file
     * @param reason the reason as a sentence, without any of the content
     */
    public InvalidFileException(String file, String reason) {
        this(List.of(file + ": " + reason));
    }

    InvalidFileException(List<String> errors) {
        super(message(errors));
    }

    /** All errors in one line, at most ten. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    private static String message(List<String> errors) {
        String first = String.join("; ", errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
        String all = errors.size() > MAX_ERRORS ? first + "; and " + (errors.size() - MAX_ERRORS) + " more" : first;
        // The name of a file may contain a line break, which would forge a line of the log.
        return all.replaceAll("\\p{Cntrl}", "?");
    }
}
