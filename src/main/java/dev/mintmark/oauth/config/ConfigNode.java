package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An object of the configuration whose members are known: another member is an error, as is a value of another type. */
final class ConfigNode {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final String pointer;
    private final JsonNode json;

    private ConfigNode(String pointer, JsonNode json) {
        this.pointer = pointer;
        this.json = json;
    }

    /** An object with members of any name; an absent or empty one has none. */
    static ConfigNode of(String pointer, JsonNode json) {
        if (!json.isObject() && !json.isNull() && !json.isMissingNode()) {
            throw new OAuthConfigException(pointer, "Must be an object");
        }
        return new ConfigNode(pointer, json);
    }

    /** The same, with members of these names alone. */
    ConfigNode admit(String... names) {
        Set<String> known = Set.of(names);
        json.properties().forEach(member -> {
            if (!known.contains(member.getKey())) {
                throw new OAuthConfigException(
                        child(member.getKey()), "Unknown member; known are " + String.join(", ", names));
            }
        });
        return this;
    }

    String pointer() {
        return pointer;
    }

    /** The names of the members. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    OAuthConfigException invalid(String name, String detail) {
        return new OAuthConfigException(child(name), detail);
    }

    private String child(String name) {
        return pointer + '/' + name.replace("~", "~0").replace("/", "~1");
    }

    ConfigNode object(String name) {
        return of(child(name), json.path(name));
    }

    /** A list of objects. */
    List<ConfigNode> objects(String name) {
        if (has(name) && !json.path(name).isArray()) {
            throw invalid(name, "Must be a list of objects");
        }
        List<ConfigNode> nodes = new ArrayList<>();
        json.path(name).forEach(node -> nodes.add(of(child(name) + '/' + nodes.size(), node)));
        return nodes;
    }

    /** The members, each read as an object. */
    <T> Map<String, T> map(Function<Map.Entry<String, ConfigNode>, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        json.properties()
                .forEach(member -> values.put(
                        member.getKey(),
                        read.apply(Map.entry(member.getKey(), of(child(member.getKey()), member.getValue())))));
        return values;
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    JsonNode value(String name) {
        return json.path(name);
    }

    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).isTextual()) {
            throw invalid(name, "Must be a string; put it in quotation marks");
        }
        return Optional.of(json.path(name).textValue());
    }

    /** One of these words. */
    String word(String name, String byDefault, String... words) {
        String word = text(name).orElse(byDefault);
        if (!List.of(words).contains(word)) {
            throw invalid(name, "Must be one of " + String.join(", ", words));
        }
        return word;
    }

    boolean flag(String name) {
        if (has(name) && !json.path(name).isBoolean()) {
            throw invalid(name, "Must be true or false");
        }
        return json.path(name).asBoolean(false);
    }

    Optional<String> sha256(String name) {
        Optional<String> digest = text(name);
        if (digest.filter(text -> !SHA256.matcher(text).matches()).isPresent()) {
            throw invalid(name, "Must be the SHA-256 as 64 hexadecimal digits");
        }
        return digest;
    }

    /** A list of strings; one string stands for a list of one. */
    List<String> texts(String name) {
        JsonNode node = json.path(name);
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        List<String> texts = new ArrayList<>();
        if (has(name) && !node.isArray()) {
            throw invalid(name, "Must be a list of strings");
        }
        node.forEach(value -> {
            if (!value.isTextual()) {
                throw invalid(name, "Must be a list of strings");
            }
            texts.add(value.textValue());
        });
        return texts;
    }

    /** Claims: an object of any JSON values. */
    ObjectNode claims(String name) {
        JsonNode node = json.path(name);
        if (!has(name)) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!(node instanceof ObjectNode object)) {
            throw invalid(name, "Must be an object of claims");
        }
        return object.deepCopy();
    }
}
