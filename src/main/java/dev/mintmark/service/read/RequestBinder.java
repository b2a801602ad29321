package dev.mintmark.service.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.stream.Collectors;

/** Binds JSON to requests without HTTP, with the names of members of the contract. Unknown members are errors. */
public final class RequestBinder {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private RequestBinder() {}

    /**
     * Binds a tree to the record of a request.
     *
     * @throws MalformedRequestException with the pointer to the member that is unknown or has the wrong type
     */
    public static <T> T bind(Class<T> type, JsonNode json) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonMappingException e) {
            String pointer = e.getPath().stream()
                    .map(it -> it.getFieldName() == null ? String.valueOf(it.getIndex()) : it.getFieldName())
                    .collect(Collectors.joining("/", "/", ""));
            throw new MalformedRequestException(pointer, "The member is unknown or has the wrong type");
        } catch (JsonProcessingException e) {
            throw new MalformedRequestException("", "The request cannot be read");
        }
    }
}
