package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.json.StrictJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** JSON values that are expensive for careless readers: many members, nested, equal hashes, huge numbers. */
final class HostileJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> NAMES = List.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "scope",
            "scp",
            "roles",
            "groups",
            "permissions",
            "azp",
            "nonce",
            "amr",
            "acr",
            "act",
            "cnf",
            "events",
            "vc",
            "vp",
            "_sd",
            "...",
            "address",
            "email",
            "password",
            "realm_access",
            "resource_access",
            "kubernetes.io",
            "firebase",
            "authorization_details",
            "metadata",
            "typ",
            "cty",
            "kid",
            "jku",
            "jwk",
            "x5u",
            "x5c",
            "x5t",
            "crit",
            "enc",
            "zip",
            "keys",
            "secret",
            "url");

    private final Random random;
    private final HostileText texts;

    HostileJson(Random random) {
        this.random = random;
        this.texts = new HostileText(random);
    }

    /** A value of about this size in bytes. */
    JsonNode of(int size) {
        if (size < 24) {
            return leaf(Math.max(1, size));
        }
        List<IntFunction<JsonNode>> kinds =
                List.of(this::leaf, this::object, this::object, this::array, this::array, this::nested);
        return kinds.get(random.nextInt(kinds.size())).apply(size);
    }

    JsonNode leaf(int size) {
        return switch (random.nextInt(8)) {
            case 0 -> number(size);
            case 1 -> BooleanNode.valueOf(random.nextBoolean());
            case 2 -> NullNode.getInstance();
            default -> TextNode.valueOf(texts.of(size));
        };
    }

    /** A number with many digits or with a huge exponent. */
    JsonNode number(int size) {
        String digits = "7".repeat(Math.min(900, Math.max(1, size)));
        int exponent =
                List.of(0, 9, 300, 9_999, 999_999_999, Integer.MAX_VALUE - 1000).get(random.nextInt(6));
        return DecimalNode.valueOf(new BigDecimal(new BigInteger(digits), random.nextBoolean() ? exponent : -exponent));
    }

    ObjectNode object(int size) {
        ObjectNode object = JSON.objectNode();
        int part = part(size);
        int kind = random.nextInt(4);
        int used = 0;
        for (int i = 0; used < size; i++) {
            String name = name(kind, i);
            JsonNode value = of(Math.min(part, size - used));
            object.set(name, value);
            used += name.length() + 6 + (part < 24 ? part : StrictJson.bytes(value).length);
        }
        return object;
    }

    ArrayNode array(int size) {
        ArrayNode array = JSON.arrayNode();
        int part = part(size);
        JsonNode same = of(part);
        boolean areEqual = random.nextBoolean();
        for (int used = 0; used < size; ) {
            JsonNode value = areEqual ? same : of(part);
            array.add(value);
            used += 1 + (part < 24 ? part : StrictJson.bytes(value).length);
        }
        return array;
    }

    private JsonNode nested(int size) {
        int depth = 1 + random.nextInt(StrictJson.MAX_DEPTH);
        JsonNode value = of(size / 8);
        for (int i = 0; i < depth; i++) {
            value = random.nextBoolean()
                    ? JSON.arrayNode().add(value)
                    : JSON.objectNode().set(name(random.nextInt(4), i), value);
        }
        return value;
    }

    /** How large each element is: mostly small, so that there are many. */
    private int part(int size) {
        return switch (random.nextInt(4)) {
            case 0 -> 1;
            case 1 -> 8;
            case 2 -> 1 + size / 40;
            default -> 1 + random.nextInt(Math.max(1, size / 2));
        };
    }

    private String name(int kind, int index) {
        return switch (kind) {
            case 0 -> NAMES.get(index % NAMES.size()) + (index < NAMES.size() ? "" : index);
            case 1 -> equalHash(index);
            case 2 -> "https://a.example/" + index + "~/";
            default -> Integer.toString(index, 36);
        };
    }

    /** Names of one length all have the same {@link String#hashCode}. */
    private static String equalHash(int index) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 15; bit++) {
            name.append((index >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }
}
