package dev.mintmark.http.problem;

/** A limit of the service is reached; the caller gets a 503 and may retry. */
public final class ServiceBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail a sentence that names the limit */
    public ServiceBusyException(String detail) {
        super(detail, null, false, false);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
