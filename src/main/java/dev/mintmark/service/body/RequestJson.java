package dev.mintmark.service.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.mintmark.jose.json.StrictJson;
import java.util.List;

/** JSON of requests and responses: as strict as in tokens, snake_case, without coercion, with every digit of a number kept. */
public final class RequestJson {
    private static final ObjectMapper MAPPER = mapper();

    private RequestJson() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.registerModule(new Jdk8Module());
        configure(mapper);
        return mapper;
    }

    /** Configures a mapper that reads requests and writes responses. */
    public static void configure(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(StrictJson.CONSTRAINTS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /**
     * Reads any JSON value.
     *
     * @throws JsonProcessingException if the text is not JSON; {@link JsonSyntax} explains it
     */
    public static JsonNode parse(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    /**
     * Binds a tree to the record of a request.
     *
     * @throws InvalidMembersException if the tree has unknown members or values of a wrong type
     */
    public static <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (MismatchedInputException e) {
            throw new InvalidMembersException(errors(tree, type, e));
        } catch (JsonProcessingException e) {
            throw new InvalidMembersException(
                    List.of(new MemberError("", BodyShape.WRONG_TYPE, "The request cannot be read")));
        }
    }

    /** All errors in names and types of members; at least one. */
    public static List<MemberError> errors(JsonNode body, Class<?> type, MismatchedInputException first) {
        List<MemberError> errors = BodyShape.errors(body, type);
        return errors.isEmpty()
                ? List.of(new MemberError(Pointers.of(first), BodyShape.WRONG_TYPE, "The value has the wrong type"))
                : errors;
    }

    /** Writes a response over several lines. */
    public static String write(Object response) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(response);
        } catch (JsonProcessingException e) {
            // The message of the exception contains the value.
            throw new IllegalStateException("The response cannot be written as JSON");
        }
    }
}
