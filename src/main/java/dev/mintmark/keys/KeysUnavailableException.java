package dev.mintmark.keys;

/** The keys that are needed are not there yet: our failure, and a passing one. */
public final class KeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeysUnavailableException() {
        super("The service's keys are still being made");
    }
}
