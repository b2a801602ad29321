package dev.mintmark.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** openapi.yaml for tests: its operations, and validation of bodies by its schemas. */
public final class Contract {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ObjectNode document;
    private final List<Operation> operations = new ArrayList<>();

    /** One operation of the document. */
    public record Operation(String method, String path, JsonNode node) {
        boolean matches(String otherMethod, String otherPath) {
            String pattern = path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+");
            return method.equalsIgnoreCase(otherMethod) && Pattern.matches(pattern, otherPath);
        }

        boolean isOfTag(String tag) {
            return node.path("tags").path(0).asText().equals(tag);
        }

        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    private Contract(ObjectNode document) {
        this.document = document;
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new Operation(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
        // A literal path before one with a parameter, as in /keys/jwks and /keys/{kid}.
        operations.sort(Comparator.comparing(operation -> operation.path().contains("{")));
        close(document.path("components").path("schemas"));
    }

    /** The document of this project. */
    public static Contract load() {
        try {
            return new Contract(
                    (ObjectNode) YAML.readTree(Path.of("openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes objects that list their members, except open ones and keys, which may have more members. */
    private static void close(JsonNode schemas) {
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            if (!schema.getKey().contains("Jwk")) {
                Stream.concat(Stream.of(schema.getValue()), schema.getValue().findParents("properties").stream())
                        .filter(node -> node.has("type") && node.has("properties") && !node.has("additionalProperties"))
                        .forEach(node -> ((ObjectNode) node).put("additionalProperties", false));
            }
        }
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The paths of the operations that take an API key; all are POSTs. */
    public List<String> guardedPaths() {
        return operations.stream()
                .filter(operation -> operation.node().has("security"))
                // A part of it needs none.
                .filter(operation -> !Set.of("/mcp", "/tokens/draft").contains(operation.path()))
                .map(operation -> operation.path().replace("{issuer}", "acme"))
                .toList();
    }

    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .findFirst();
    }

    public JsonNode at(String pointer) {
        return document.at(pointer);
    }

    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The violations of the schema; empty if the body is valid. */
    List<String> violations(JsonNode schema, JsonNode body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return REGISTRY.getSchema(whole).validate(body).stream()
                .map(Object::toString)
                .toList();
    }
}
