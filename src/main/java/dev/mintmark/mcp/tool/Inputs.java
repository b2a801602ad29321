package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas of arguments that no request of the contract has. */
final class Inputs {
    private Inputs() {}

    /** One required text. */
    static ObjectNode texts(String name, String description) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties").putObject(name).put("type", "string").put("description", description);
        schema.putArray("required").add(name);
        return schema.put("additionalProperties", false);
    }

    /** The same schema with one more text, which may be absent. */
    static ObjectNode with(ObjectNode schema, String name, String description) {
        schema.withObjectProperty("properties")
                .putObject(name)
                .put("type", "string")
                .put("description", description);
        return schema;
    }

    /** The same schema, whose member means something else for a tool than for the HTTP API. */
    static ObjectNode describe(ObjectNode schema, String name, String description) {
        schema.withObjectProperty("properties").withObjectProperty(name).put("description", description);
        return schema;
    }
}
