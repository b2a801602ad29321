package dev.mintmark.mcp.tool;

/** A call that cannot be answered. The message tells an assistant what to do instead, and repeats no value. */
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ToolException(String message) {
        super(message);
    }

    /** The message, never null. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
