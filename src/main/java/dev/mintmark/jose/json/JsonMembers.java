package dev.mintmark.jose.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * An immutable JSON object whose members keep their order and whose numbers keep every digit. It is built once when a
 * request or a token is read, and written once when a token is signed or an answer is sent.
 */
public final class JsonMembers {
    /** No members. */
    public static final JsonMembers EMPTY = new JsonMembers(JsonNodeFactory.instance.objectNode());

    private final ObjectNode json;

    private JsonMembers(ObjectNode json) {
        this.json = json;
    }

    /**
     * The members of a tree.
     *
     * @param json is not changed after this call by whoever built it; its values are shared, not copied
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsonMembers of(ObjectNode json) {
        return new JsonMembers(json);
    }

    /**
     * Reads one strict JSON object.
     *
     * @throws IllegalArgumentException if the bytes are not one; the message holds nothing of the input
     */
    public static JsonMembers parse(byte[] utf8) {
        return new JsonMembers(StrictJson.object(utf8));
    }

    public static Builder builder() {
        return new Builder(JsonNodeFactory.instance.objectNode());
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** Whether a member of this name exists, be its value null. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** The value of a member, which may be the JSON null; empty if the member is absent. */
    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(json.get(name));
    }

    /** The value of a member that is a string. */
    public Optional<String> text(String name) {
        JsonNode value = json.get(name);
        return value != null && value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** The value of a member that is a number, without its fraction. */
    public OptionalLong number(String name) {
        JsonNode value = json.get(name);
        return value != null && value.isNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    /** Whether the member exists and is the JSON null. */
    public boolean isNull(String name) {
        JsonNode value = json.get(name);
        return value != null && value.isNull();
    }

    /** These members and the others; where both have a name, the other's value stands in this one's place. */
    public JsonMembers with(JsonMembers others) {
        return others.isEmpty() ? this : toBuilder().putAll(others).build();
    }

    /** The members but for these names. */
    public JsonMembers without(Collection<String> names) {
        return where(name -> !names.contains(name));
    }

    /** The members of these names. */
    public JsonMembers only(Collection<String> names) {
        return where(names::contains);
    }

    private JsonMembers where(Predicate<String> kept) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(member -> {
            if (kept.test(member.getKey())) {
                members.set(member.getKey(), member.getValue());
            }
        });
        return members.size() == json.size() ? this : new JsonMembers(members);
    }

    public Builder toBuilder() {
        return new Builder(JsonNodeFactory.instance.objectNode().setAll(json));
    }

    /** The tree, to be read. */
    @JsonValue
    public JsonNode json() {
        return json;
    }

    /** The compact JSON in UTF-8. */
    public byte[] bytes() {
        return StrictJson.bytes(json);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonMembers members && json.equals(members.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Without the members, which may be claims about a person. */
    @Override
    public String toString() {
        return "JsonMembers[" + json.size() + "]";
    }

    /**
     * Collects members in order. A name that is put again keeps its place and gets the new value.
     * Its members are handed over when they are built, not copied.
     */
    public static final class Builder {
        private ObjectNode members;

        private Builder(ObjectNode members) {
            this.members = members;
        }

        public Builder put(String name, String value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, long value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, JsonNode value) {
            members.set(name, value);
            return this;
        }

        public Builder put(String name, JsonMembers value) {
            members.set(name, value.json);
            return this;
        }

        /** An array of strings. */
        public Builder put(String name, Collection<String> values) {
            values.forEach(members.putArray(name)::add);
            return this;
        }

        /** The JSON null. */
        public Builder putNull(String name) {
            members.putNull(name);
            return this;
        }

        public Builder putAll(JsonMembers others) {
            members.setAll(others.json);
            return this;
        }

        public Builder remove(String name) {
            members.remove(name);
            return this;
        }

        /** The collected members. The builder is empty afterwards. */
        public JsonMembers build() {
            JsonMembers built = new JsonMembers(members);
            members = JsonNodeFactory.instance.objectNode();
            return built;
        }
    }
}
