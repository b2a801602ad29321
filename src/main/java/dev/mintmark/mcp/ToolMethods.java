package dev.mintmark.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.mcp.tool.Caller;
import dev.mintmark.mcp.tool.Tool;
import dev.mintmark.mcp.tool.ToolException;
import dev.mintmark.mcp.tool.Tools;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** {@code tools/list} and {@code tools/call}. */
final class ToolMethods {
    private final Supplier<Tools> tools;

    ToolMethods(Supplier<Tools> tools) {
        this.tools = tools;
    }

    ArrayNode list() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        tools.get().list().forEach(tool -> entries.add(entry(tool)));
        return entries;
    }

    private static ObjectNode entry(Tool tool) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("name", tool.name()).put("title", tool.title()).put("description", tool.description());
        entry.set("inputSchema", tool.input());
        entry.set("outputSchema", tool.output());
        ObjectNode hints = entry.putObject("annotations").put("readOnlyHint", !tool.mints());
        if (tool.mints()) {
            // They mean nothing where nothing changes.
            hints.put("destructiveHint", false).put("idempotentHint", false);
        }
        hints.put("openWorldHint", false);
        return entry;
    }

    /**
     * Calls a tool. What is wrong with the arguments is a result, from which an assistant learns.
     *
     * @throws RpcException if there is no such tool
     */
    ObjectNode call(Message message, Caller caller) {
        String name = message.text("name");
        JsonNode arguments = message.params().path("arguments");
        if (!tools.get().isKnown(name)) {
            throw RpcException.invalidParams("No tool has this name. tools/list lists them.");
        }
        if (!arguments.isMissingNode() && !arguments.isObject()) {
            throw RpcException.invalidParams("The parameter arguments must be an object.");
        }
        ObjectNode given = arguments instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        try {
            ObjectNode answer = tools.get().call(name, given, caller);
            ObjectNode result = content(new String(StrictJson.bytes(answer), StandardCharsets.UTF_8));
            result.set("structuredContent", answer);
            return result.put("isError", false);
        } catch (ToolException e) {
            return content(e.detail()).put("isError", true);
        }
    }

    private static ObjectNode content(String text) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }
}
