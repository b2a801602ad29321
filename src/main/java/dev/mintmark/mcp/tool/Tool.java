package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One tool.
 *
 * @param name its name in the protocol
 * @param title its name for people
 * @param description when to use it
 * @param effect what a call does
 * @param input the JSON Schema of the arguments, an object without further members
 * @param output the JSON Schema of the answer
 * @param call does the work
 */
public record Tool(
        String name, String title, String description, Effect effect, ObjectNode input, ObjectNode output, Call call) {
    /** What a call does. */
    public enum Effect {
        /** Nothing changes. */
        READ,
        /** It signs something, so it needs an API key where API keys are configured. */
        MINT
    }

    /** The work of a tool. */
    @FunctionalInterface
    public interface Call {
        /**
         * Answers a call whose arguments are members of the input schema.
         *
         * @throws ToolException if the arguments cannot be used
         */
        ObjectNode answer(ObjectNode arguments, Caller caller);
    }

    public boolean mints() {
        return effect == Effect.MINT;
    }

    @Override
    public String toString() {
        return "Tool[" + name + "]";
    }
}
