package dev.mintmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.JsonMembers;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON members from plain Java values and back, as tests write them. */
public final class Members {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Members() {}

    public static JsonMembers of(Map<String, ?> values) {
        return JsonMembers.of(MAPPER.<ObjectNode>valueToTree(values));
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(JsonMembers members) {
        return MAPPER.convertValue(members.json(), LinkedHashMap.class);
    }
}
