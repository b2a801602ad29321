package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the schema of an answer: the members of the contract, and those that only answers of tools have. */
final class Outputs {
    private static final String PROPERTIES = "properties";

    private final ObjectNode schema;

    private Outputs(ObjectNode schema) {
        this.schema = schema;
    }

    /** Begins with the summary, which every answer has. */
    static Outputs summary() {
        return of(JsonNodeFactory.instance.objectNode());
    }

    /** Begins with members of the contract, see {@link ContractSchemas#output}. */
    static Outputs of(ObjectNode contract) {
        ObjectNode schema = contract.put("type", "object");
        schema.withObjectProperty(PROPERTIES).putObject(Answer.SUMMARY).put("type", "array");
        schema.putArray("required").add(Answer.SUMMARY);
        return new Outputs(schema);
    }

    Outputs member(String name, String type) {
        schema.withObjectProperty(PROPERTIES).putObject(name).put("type", type);
        return this;
    }

    /** Says that every answer has these members. */
    ObjectNode require(String... names) {
        for (String name : names) {
            schema.withArrayProperty("required").add(name);
        }
        return schema;
    }
}
