package dev.mintmark.cli;

/** Ends a command with a message on standard error. The message contains no token, secret or key. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command is valid, but was refused or failed. */
    static CommandException refused(String message) {
        return new CommandException(Program.REFUSED, message);
    }

    /** The options or the input cannot be used. */
    static CommandException unusable(String message) {
        return new CommandException(Program.UNUSABLE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
