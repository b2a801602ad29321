package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The JSON Schemas of tools, cut out of {@code openapi.yaml}, so that a tool takes and answers what the HTTP API does. A schema
 * keeps types and values, and of each description the first clause, because an assistant reads all of them before each task.
 */
final class ContractSchemas {
    private static final String FILE = "/META-INF/openapi.yaml";
    private static final String REF = "$ref";
    private static final String PROPERTIES = "properties";
    private static final String DESCRIPTION = "description";

    private static final String ADDITIONAL = "additionalProperties";

    private final JsonNode schemas;

    ContractSchemas(JsonNode schemas) {
        this.schemas = schemas;
    }

    static ContractSchemas load() {
        try (InputStream in = Objects.requireNonNull(ContractSchemas.class.getResourceAsStream(FILE), FILE)) {
            return new ContractSchemas(
                    new ObjectMapper(new YAMLFactory()).readTree(in).at("/components/schemas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The schema of arguments.
     *
     * @param schema the name of the request in the contract
     * @param members those that the tool takes
     */
    ObjectNode input(String schema, List<String> members) {
        JsonNode whole = schema(schema);
        ObjectNode cut = object(members, whole, true);
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        whole.path("required").forEach(name -> {
            if (members.contains(name.asText())) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            cut.set("required", required);
        }
        return cut.put(ADDITIONAL, false);
    }

    /** The members of a response with their types alone. */
    ObjectNode output(String schema, List<String> members) {
        return object(members, schema(schema), false);
    }

    /** The names of all members of a request. */
    List<String> members(String schema) {
        return schema(schema)
                .path(PROPERTIES)
                .propertyStream()
                .map(it -> it.getKey())
                .toList();
    }

    private JsonNode schema(String name) {
        JsonNode schema = schemas.path(name);
        if (schema.isMissingNode()) {
            throw new IllegalStateException("openapi.yaml has no schema " + name);
        }
        return schema;
    }

    private ObjectNode object(List<String> members, JsonNode whole, boolean isDescribed) {
        ObjectNode cut = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = cut.putObject(PROPERTIES);
        for (String name : members) {
            JsonNode member = whole.path(PROPERTIES).path(name);
            if (member.isMissingNode()) {
                throw new IllegalStateException("openapi.yaml has no member " + name);
            }
            ObjectNode type = isDescribed ? cut(member) : typeOf(member);
            String description = member.path(DESCRIPTION)
                    .asText(resolved(member).path(DESCRIPTION).asText());
            if (isDescribed && !description.isEmpty()) {
                type.put(DESCRIPTION, firstClause(description));
            }
            properties.set(name, type);
        }
        return cut;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode ref = schema.path(REF);
        return ref.isMissingNode()
                ? schema
                : schema(ref.asText().substring(ref.asText().lastIndexOf('/') + 1));
    }

    private ObjectNode typeOf(JsonNode member) {
        ObjectNode type = JsonNodeFactory.instance.objectNode();
        JsonNode name = resolved(member).path("type");
        return name.isMissingNode() ? type : type.set("type", name);
    }

    private ObjectNode cut(JsonNode schema) {
        ObjectNode cut = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : resolved(schema).properties()) {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "type", "enum", "const", "required", "minLength" -> cut.set(entry.getKey(), value);
                case "items" -> cut.set("items", cut(value));
                case "oneOf", "anyOf" -> choices(cut, value);
                case PROPERTIES -> members(cut.putObject(PROPERTIES), value);
                case ADDITIONAL -> {
                    if (value.isBoolean() && !value.asBoolean()) {
                        cut.set(ADDITIONAL, value);
                    }
                }
                default -> {
                    // Formats, limits and examples: the service reports what breaks them.
                }
            }
        }
        return cut;
    }

    /** The members of a member, whose values are not listed a second time. */
    private void members(ObjectNode cut, JsonNode members) {
        members.properties().forEach(member -> {
            ObjectNode type = cut(member.getValue());
            type.remove("enum");
            if (type.path("items") instanceof ObjectNode items) {
                items.remove("enum");
            }
            cut.set(member.getKey(), type);
        });
    }

    /** Choices that differ in formats alone become one type, or several. */
    private void choices(ObjectNode cut, JsonNode choices) {
        Set<JsonNode> different = new LinkedHashSet<>();
        choices.forEach(choice -> different.add(cut(choice)));
        boolean areTypes = different.stream()
                .allMatch(it -> it.size() == 1 && it.path("type").isTextual());
        ArrayNode target = cut.putArray(areTypes ? "type" : "anyOf");
        different.forEach(it -> target.add(areTypes ? it.path("type") : it));
    }

    /** What comes before the first full stop, semicolon or relative clause, without references. */
    private static String firstClause(String description) {
        String line = description.strip().replaceAll("\\s+", " ").replaceAll(" \\(RFC [^)]*\\)", "");
        return line.split("[.;] |, which |, and a ", 2)[0].replaceFirst("[.]$", "");
    }
}
