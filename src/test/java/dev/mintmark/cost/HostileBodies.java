package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes bodies of an operation from its schema, with hostile values of the right and of wrong types. */
final class HostileBodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> KEYS = Set.of("key", "jwk");
    /** A batch answers a line for each token, and the cost of a line is what counts. */
    private static final int MAX_TOKENS = 40;

    private final Random random;
    private final HostileText texts;
    private final HostileJson values;
    private final HostileKeys keys;
    private final HostileTokens tokens;

    HostileBodies(Random random) {
        this.random = random;
        this.texts = new HostileText(random);
        this.values = new HostileJson(random);
        this.keys = new HostileKeys(random);
        this.tokens = new HostileTokens(random);
    }

    /** A body with a few members, one of which may have nearly the maximum size. */
    Attempt of(Target target) {
        ObjectNode members = JSON.objectNode();
        List<String> names = new ArrayList<>(target.members().keySet());
        int count = 1 + random.nextInt(Math.min(names.size(), 5));
        int left = target.maxSize() * 9 / 10;
        for (int i = 0; i < count; i++) {
            int size = random.nextInt(3) == 0 ? left : random.nextInt(1 + left / 4);
            add(target, members, i == 0 ? names.get(0) : names.get(random.nextInt(names.size())), size);
            left = Math.max(0, left - members.toString().length());
        }
        return new Attempt(target, members);
    }

    /** Sets the member to another value of about this size. */
    void add(Target target, ObjectNode members, String name, int size) {
        if (target.isJson()) {
            members.set(name, value(target.contract(), name, target.members().get(name), size));
            return;
        }
        members.put(name, parameter(name, size / 2));
    }

    private String parameter(String name, int size) {
        if (isToken(name)) {
            return token(size);
        }
        return switch (random.nextInt(4)) {
            case 0 -> values.of(size).toString();
            case 1 -> texts.words(size);
            default -> texts.of(size);
        };
    }

    private JsonNode value(Contract contract, String name, JsonNode schema, int size) {
        if (random.nextInt(12) == 0) {
            return values.of(size);
        }
        if (schema.has("properties") && !name.equals("jwks") && !KEYS.contains(name)) {
            return object(contract, schema, size);
        }
        return switch (name) {
            case "key", "jwk" -> keys.key(size);
            case "jwks" -> keys.set(size);
            case "secret" -> TextNode.valueOf(random.nextInt(4) == 0 ? texts.of(size) : HostileTokens.SECRET);
            case "specs" -> specs(contract, size);
            case "count" -> IntNode.valueOf(1 + random.nextInt(MAX_TOKENS));
            default -> isToken(name) ? TextNode.valueOf(token(size)) : typed(schema, size);
        };
    }

    private JsonNode typed(JsonNode schema, int size) {
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        String types = schema.path("type").toString();
        if (types.contains("array") && random.nextInt(4) > 0) {
            return list(size);
        }
        if (types.contains("boolean")) {
            return BooleanNode.valueOf(random.nextBoolean());
        }
        if (types.contains("object")) {
            return values.object(size);
        }
        return types.contains("integer") && random.nextBoolean()
                ? values.number(size)
                : TextNode.valueOf(texts.of(size));
    }

    private ArrayNode list(int size) {
        ArrayNode list = JSON.arrayNode();
        int most = random.nextBoolean() ? 1000 : Integer.MAX_VALUE;
        int length = 1 + random.nextInt(20);
        for (int used = 0; used < size && list.size() < most; used += length + 3) {
            list.add(texts.of(length));
        }
        return list;
    }

    private ObjectNode object(Contract contract, JsonNode schema, int size) {
        ObjectNode object = JSON.objectNode();
        Map<String, JsonNode> members = Target.members(contract, schema);
        List<String> names = new ArrayList<>(members.keySet());
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = names.get(random.nextInt(names.size()));
            object.set(name, value(contract, name, members.get(name), size / count));
        }
        return object;
    }

    private ArrayNode specs(Contract contract, int size) {
        ArrayNode specs = JSON.arrayNode();
        JsonNode schema = contract.at("/components/schemas/MintRequest");
        int part = List.of(2, 60, size / 4, size).get(random.nextInt(4));
        for (int used = 0; used < size && specs.size() < 100_000; ) {
            JsonNode spec = part == 2 ? JSON.objectNode() : object(contract, schema, part);
            specs.add(spec);
            used += 1 + spec.toString().length();
        }
        return specs;
    }

    private static boolean isToken(String name) {
        return name.endsWith("token") || name.endsWith("hint") || name.endsWith("assertion");
    }

    private String token(int size) {
        return switch (random.nextInt(4)) {
            case 0 -> GenuineTokens.placeholder(random.nextInt(1_000_000));
            default -> tokens.of(Math.min(size, 64 * 1024));
        };
    }
}
