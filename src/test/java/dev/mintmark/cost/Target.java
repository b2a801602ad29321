package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.contract.Contract;
import dev.mintmark.contract.Contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An operation of openapi.yaml that takes input.
 *
 * @param method the HTTP method
 * @param path the path
 * @param mediaType the type of the body; empty for parameters of a query
 * @param contract resolves references in schemas
 * @param members the schemas of its members
 */
record Target(String method, String path, String mediaType, Contract contract, Map<String, JsonNode> members) {
    private static final String JSON = "application/json";

    /** {@code mintmark.limits.body} by default, and the length of a request line without the rest of it. */
    private static final int MAX_BODY = 256 * 1024;

    private static final int MAX_QUERY = 15_000;

    /** All operations with input. Issuers by name have the same operations as the root issuer. */
    static List<Target> of(Contract contract) {
        List<Target> targets = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            if (!operation.path().contains("{")) {
                targets.addAll(of(contract, operation));
            }
        }
        return targets;
    }

    private static List<Target> of(Contract contract, Operation operation) {
        List<Target> targets = new ArrayList<>();
        JsonNode body = contract.resolve(operation.node().path("requestBody"));
        body.path("content").properties().forEach(content -> {
            JsonNode schema = contract.resolve(content.getValue().path("schema"));
            targets.add(new Target(
                    operation.method(), operation.path(), content.getKey(), contract, members(contract, schema)));
        });
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operation.node().path("parameters").forEach(reference -> {
            JsonNode parameter = contract.resolve(reference);
            if (parameter.path("in").asText().equals("query")) {
                parameters.put(parameter.path("name").asText(), parameter.path("schema"));
            }
        });
        if (!parameters.isEmpty()) {
            targets.add(new Target(operation.method(), operation.path(), "", contract, parameters));
        }
        return targets;
    }

    /** The schemas of the members of an object. */
    static Map<String, JsonNode> members(Contract contract, JsonNode schema) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(member -> members.put(member.getKey(), contract.resolve(member.getValue())));
        return members;
    }

    boolean isJson() {
        return mediaType.equals(JSON);
    }

    boolean isQuery() {
        return mediaType.isEmpty();
    }

    int maxSize() {
        return isQuery() ? MAX_QUERY : MAX_BODY;
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
