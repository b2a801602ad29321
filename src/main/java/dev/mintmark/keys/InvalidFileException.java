package dev.mintmark.keys;

import java.util.List;

/** The keys of files are not taken, as a whole, and why: file by file, never with anything of a file's content. */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_ERRORS = 10;

    /**
     * One fault.
     *
     * @param file what the file is called
     * @param reason a sentence that holds nothing of it
     */
    public InvalidFileException(String file, String reason) {
        this(List.of(file + ": " + reason));
    }

    InvalidFileException(List<String> faults) {
        super(message(faults));
    }

    /** All faults as one line, ten at most. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    private static String message(List<String> faults) {
        String first = String.join("; ", faults.subList(0, Math.min(faults.size(), MAX_ERRORS)));
        String all = faults.size() > MAX_ERRORS ? first + "; and " + (faults.size() - MAX_ERRORS) + " more" : first;
        // A file's name may hold a line break, which would forge a line of the log.
        return all.replaceAll("\\p{Cntrl}", "?");
    }
}
