package dev.mintmark.service;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.AdviceRequest;
import dev.mintmark.service.request.BatchRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.service.request.VerifyRequest;
import java.io.IOException;

/** Requests from JSON with the members of openapi.yaml, in single quotes for legibility. */
public final class Requests {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule().addDeserializer(BatchRequest.Spec.class, new SpecDeserializer()))
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Binds members of {@code specs} without the error reports of HTTP. */
    private static final class SpecDeserializer extends StdDeserializer<BatchRequest.Spec> {
        private static final long serialVersionUID = 1L;

        SpecDeserializer() {
            super(BatchRequest.Spec.class);
        }

        @Override
        public BatchRequest.Spec deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode tree = context.readTree(json);
            if (!tree.isObject()) {
                return () -> {
                    throw new MalformedRequestException("", "A token request must be a JSON object");
                };
            }
            MintRequest request = context.readTreeAsValue(tree, MintRequest.class);
            return () -> request;
        }
    }

    private Requests() {}

    /** A request of {@code POST /tokens}; the arguments are inserted by {@link String#format}. */
    public static MintRequest mint(String json, Object... arguments) {
        return read(json.formatted(arguments), MintRequest.class);
    }

    /** A request of {@code POST /tokens/batch}. */
    public static BatchRequest batch(String json) {
        return read(json, BatchRequest.class);
    }

    /** A request of {@code POST /tokens/verify}. */
    public static VerifyRequest verify(String json, Object... arguments) {
        return read(json.formatted(arguments), VerifyRequest.class);
    }

    /** A request of {@code POST /tokens/verify} of which only the member {@code expect} matters. */
    static VerifyRequest expecting(String json) {
        return verify("{'token': '', 'expect': %s}", json);
    }

    /** A request of {@code POST /tokens/refresh}. */
    static RefreshRequest refresh(String json) {
        return read(json, RefreshRequest.class);
    }

    /** A request of {@code POST /tokens/revoke}. */
    static RevokeRequest revoke(String json) {
        return read(json, RevokeRequest.class);
    }

    /** A request of {@code POST /advisories}. */
    static AdviceRequest advice(String json) {
        return read(json, AdviceRequest.class);
    }

    public static JsonNode json(String json) {
        return read(json, JsonNode.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
