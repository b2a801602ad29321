package dev.mintmark.jose.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * JSON as given: its value, read as leniently as is safe, and its deviations from RFC 8259. For display and advice;
 * trusted input is read with {@link StrictJson}.
 *
 * @param value the value; the last one of a duplicate member; empty if the text cannot be read at all
 * @param flaws the deviations
 * @param duplicates JSON pointers of members whose name occurs twice in one object
 * @param depth the deepest nesting, also if it is too deep to be read
 */
public record JsonForm(Optional<JsonNode> value, Set<Flaw> flaws, List<String> duplicates, int depth) {
    private static final JsonMapper PLAIN = mapper(false);
    private static final JsonMapper LENIENT = mapper(true);

    /** A deviation from RFC 8259. */
    public enum Flaw {
        INVALID_UTF8("is not valid UTF-8"),
        BYTE_ORDER_MARK("begins with a byte order mark"),
        LONE_SURROGATE("has a lone surrogate (RFC 7493 2.1)"),
        EXTENDED("has comments, extra commas, NaN or other extensions of JSON"),
        TRAILING_TEXT("has text after its end"),
        UNREADABLE("cannot be read");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }

        /** The flaw as the predicate of a sentence. */
        public String words() {
            return words;
        }
    }

    public JsonForm {
        flaws = Set.copyOf(flaws);
        duplicates = List.copyOf(duplicates);
    }

    /** Reads bytes; never throws. */
    public static JsonForm read(byte[] bytes) {
        int depth = JsonDepth.of(bytes);
        try {
            return new JsonForm(Optional.of(StrictJson.parse(bytes)), Set.of(), List.of(), depth);
        } catch (IllegalArgumentException e) {
            return diagnose(bytes, depth);
        }
    }

    private static JsonForm diagnose(byte[] bytes, int depth) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Utf8.isValid(bytes)) {
            flaws.add(Flaw.INVALID_UTF8);
        }
        if (text.startsWith("\ufeff")) {
            flaws.add(Flaw.BYTE_ORDER_MARK);
            text = text.substring(1);
        }
        if (JsonText.hasLoneSurrogate(bytes)) {
            flaws.add(Flaw.LONE_SURROGATE);
        }
        JsonMapper mapper = reads(PLAIN, text) ? PLAIN : LENIENT;
        try (JsonParser parser = mapper.createParser(text)) {
            JsonNode value = mapper.readTree(parser);
            if (value == null || value.isMissingNode()) {
                flaws.add(Flaw.UNREADABLE);
                return new JsonForm(Optional.empty(), flaws, List.of(), depth);
            }
            if (mapper == LENIENT) {
                flaws.add(Flaw.EXTENDED);
            }
            if (hasMore(parser)) {
                flaws.add(Flaw.TRAILING_TEXT);
            }
            return new JsonForm(Optional.of(WritableJson.of(value)), flaws, duplicates(mapper, text), depth);
        } catch (IOException | NumberFormatException e) {
            flaws.add(Flaw.UNREADABLE);
            return new JsonForm(Optional.empty(), flaws, List.of(), depth);
        }
    }

    private static boolean reads(JsonMapper mapper, String text) {
        try (JsonParser parser = mapper.createParser(text)) {
            return mapper.readTree(parser) != null;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean hasMore(JsonParser parser) {
        try {
            return parser.nextToken() != null;
        } catch (IOException e) {
            return true;
        }
    }

    private static List<String> duplicates(JsonMapper mapper, String text) throws IOException {
        DuplicateNames names = new DuplicateNames();
        try (JsonParser parser = mapper.createParser(text)) {
            do {
                names.see(parser.nextToken(), parser);
            } while (!names.isComplete());
        }
        return names.pointers();
    }

    private static JsonMapper mapper(boolean lenient) {
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StrictJson.CONSTRAINTS)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        if (lenient) {
            builder.enable(
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_YAML_COMMENTS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS);
        }
        return builder.build();
    }
}
