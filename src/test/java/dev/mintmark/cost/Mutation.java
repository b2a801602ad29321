package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.json.StrictJson;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Changes one thing in a body: a member, the length of a list or text, or the contents of a token. */
final class Mutation {
    private static final Pattern TOKEN = Pattern.compile("(eyJ[\\w-]*)\\.(eyJ[\\w-]*)\\.[\\w-]*");
    private static final int TRIES = 20;

    private final Random random;
    private final HostileBodies bodies;
    private final HostileText texts;
    private final HostileJson values;

    Mutation(Random random) {
        this.random = random;
        this.bodies = new HostileBodies(random);
        this.texts = new HostileText(random);
        this.values = new HostileJson(random);
    }

    /** A body within the limits, which differs from this one in a few steps. */
    Attempt of(Attempt parent) {
        for (int i = 0; i < TRIES; i++) {
            Attempt child = new Attempt(parent.target(), parent.members().deepCopy());
            int steps = 1 + random.nextInt(3);
            for (int step = 0; step < steps; step++) {
                change(child);
            }
            if (child.isWithinLimits()) {
                return child;
            }
        }
        return parent;
    }

    private void change(Attempt child) {
        List<String> names = new ArrayList<>(child.target().members().keySet());
        String name = names.get(random.nextInt(names.size()));
        ObjectNode members = child.members();
        int left = Math.max(10, child.target().maxSize() - members.toString().length());
        switch (random.nextInt(6)) {
            case 0 -> bodies.add(child.target(), members, name, random.nextBoolean() ? left : random.nextInt(left));
            case 1 -> members.remove(name);
            default -> changeOne(members, left);
        }
    }

    /** Changes one of the values at any depth. */
    private void changeOne(JsonNode parent, int left) {
        List<JsonNode> containers = new ArrayList<>();
        collect(parent, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container.isEmpty()) {
            return;
        }
        int index = random.nextInt(Math.min(container.size(), 1000));
        if (container instanceof ArrayNode array) {
            array.set(index, changed(array.get(index), left));
            return;
        }
        String name = List.copyOf(container.properties()).get(index).getKey();
        ((ObjectNode) container).set(name, changed(container.get(name), left));
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && containers.size() < 100) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode changed(JsonNode value, int left) {
        if (value.isTextual()) {
            return TextNode.valueOf(changed(value.textValue(), left));
        }
        if (value instanceof ArrayNode array && !array.isEmpty()) {
            ArrayNode longer = array.deepCopy();
            int size = array.toString().length();
            for (int used = 0; used + size < left && random.nextInt(8) > 0; used += size) {
                longer.addAll(array);
            }
            return longer;
        }
        return value.isObject() ? value : values.of(random.nextInt(left));
    }

    private String changed(String text, int left) {
        // A longer text is refused whatever token it has, and searching it takes longer than the service does.
        var token = TOKEN.matcher(text.length() > 70_000 ? "" : text);
        if (token.find() && random.nextInt(4) > 0) {
            return changedToken(token.group(1), token.group(2), left) + text.substring(token.end());
        }
        return switch (random.nextInt(4)) {
            case 0 -> text + text.substring(0, Math.min(text.length(), left));
            case 1 -> text.substring(0, text.length() / 2);
            case 2 -> texts.of(Math.max(1, text.length()));
            default -> text + texts.of(random.nextInt(left));
        };
    }

    private String changedToken(String header, String payload, int left) {
        try {
            ObjectNode first = StrictJson.object(Base64.getUrlDecoder().decode(header));
            ObjectNode second = StrictJson.object(Base64.getUrlDecoder().decode(payload));
            ObjectNode changed = random.nextInt(4) == 0 ? first : second;
            int size = random.nextInt(Math.min(left, 40_000));
            changed.setAll(values.object(size / 2));
            changeOne(changed, size / 2 + 1);
            return HostileTokens.signed(first, second);
        } catch (IllegalArgumentException e) {
            return header + "." + payload + ".";
        }
    }
}
