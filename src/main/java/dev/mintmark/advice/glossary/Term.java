package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.kinds.Meaning;
import java.util.Map;
import java.util.Optional;

/**
 * The definition of a claim or header parameter.
 *
 * @param meaning its purpose
 * @param type the type of its value, in the terms of the registry; the empty string if any type is allowed
 * @param reference the specification that defines it
 * @param isRegistered whether it is in an IANA registry
 * @param members the members of an object that a provider defines; a star matches any name
 */
record Term(
        String meaning, String type, Optional<String> reference, boolean isRegistered, Map<String, Meaning> members) {

    Term(String meaning, String type, Optional<String> reference, boolean isRegistered) {
        this(meaning, type, reference, isRegistered, Map.of());
    }

    /** A name that no specification defines. */
    static Term unknown(String meaning) {
        return new Term(meaning, "", Optional.empty(), false);
    }

    /** Whether a value has the type. */
    boolean takes(JsonNode value) {
        return switch (type) {
            case "string", "URL", "base64url", "JWT", "URI or OID" -> value.isTextual();
            case "number", "NumericDate" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object", "JWK" -> value.isObject();
            case "string or array" -> value.isTextual() || value.isArray();
            case "string or number" -> value.isTextual() || value.isNumber();
            default -> true;
        };
    }

    /** The type as the end of a sentence. */
    String typeInWords() {
        return switch (type) {
            case "NumericDate" -> "a number: seconds since 1970";
            case "string or array" -> "a string or an array of strings";
            case "array", "object" -> "an " + type;
            case "base64url" -> "a string in base64url";
            case "JWK" -> "an object, a JWK";
            default -> "a " + type;
        };
    }
}
