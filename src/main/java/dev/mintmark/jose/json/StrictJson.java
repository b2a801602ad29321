package dev.mintmark.jose.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Strict JSON (RFC 8259): UTF-8 only, unique member names at every depth (after unescaping, RFC 7515 section 4), no
 * trailing text, bounded depth. Numbers keep every digit.
 */
public final class StrictJson {
    /** The deepest nesting that is read. Deeper input is hostile; recursion up to this depth is safe. */
    public static final int MAX_DEPTH = 64;

    /** Bounds for every JSON parser of the service. */
    public static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Characters beyond U+FFFF as four bytes of UTF-8, not as two escapes.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    /** Made when something is read: writing a token needs none of its hundreds of classes. */
    private static final class Databind {
        static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private StrictJson() {}

    /**
     * Reads one JSON object.
     *
     * @throws IllegalArgumentException if the input is not one; the message does not contain any of the input
     */
    public static ObjectNode object(byte[] utf8) {
        if (parse(utf8) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("is not a JSON object");
    }

    /**
     * Reads one JSON value.
     *
     * @throws IllegalArgumentException if the input is not one; the message does not contain any of the input
     */
    public static JsonNode parse(byte[] utf8) {
        JsonText.error(utf8).ifPresent(error -> {
            throw new IllegalArgumentException(error.detail());
        });
        try {
            JsonNode node = Databind.MAPPER.readTree(new String(utf8, StandardCharsets.UTF_8));
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            // Jackson's message quotes the input. An exponent beyond 32 bits causes the NumberFormatException.
        }
        throw new IllegalArgumentException("is not valid JSON (RFC 8259), or has a member twice");
    }

    /** Writes compact JSON in UTF-8 and keeps the order of members. */
    public static byte[] bytes(JsonNode value) {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FACTORY.createGenerator(utf8, JsonEncoding.UTF8)) {
            JsonTree.write(generator, value);
        } catch (IOException e) {
            // Jackson's message contains the member, which may be a claim.
            throw new IllegalArgumentException("cannot be written as JSON");
        }
        return utf8.toByteArray();
    }

    /** Writes a record or a map as {@link #bytes(JsonNode)} writes a tree. */
    public static byte[] bytes(Object value) {
        try {
            return Databind.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            // Jackson's message contains the member, which may be a claim.
            throw new IllegalArgumentException("cannot be written as JSON");
        }
    }
}
