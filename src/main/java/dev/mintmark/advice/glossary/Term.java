package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A name and what it stands for.
 *
 * @param meaning what it is for
 * @param type what its value has to be, in the words of the registry; empty text if anything goes
 * @param reference who defines it
 * @param isRegistered whether IANA has it
 */
record Term(String meaning, String type, Optional<String> reference, boolean isRegistered) {

    /** A name that nobody defines. */
    static Term unknown(String meaning) {
        return new Term(meaning, "", Optional.empty(), false);
    }

    /** Whether a value is of the type. */
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
