package dev.mintmark.keys;

/** The required keys are not available yet: a temporary failure of the service. */
public final class KeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeysUnavailableException() {
        super("The service's keys are still being generated");
    }
}
