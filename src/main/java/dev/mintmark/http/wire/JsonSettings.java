package dev.mintmark.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.request.BatchRequest.Spec;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** JSON of the HTTP interface: as strict as in tokens, snake_case, without coercion, with every digit of a number kept. */
@Singleton
final class JsonSettings implements ObjectMapperCustomizer {
    private final Instance<SpecParser> specs;

    JsonSettings(Instance<SpecParser> specs) {
        this.specs = specs;
    }

    @Override
    @SuppressWarnings(
            "deprecation") // The builder that replaces setInputDecorator would make another factory than Quarkus'.
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(StrictJson.CONSTRAINTS);
        mapper.getFactory().setInputDecorator(new StrictUtf8());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        mapper.registerModule(new SimpleModule("specs").addDeserializer(Spec.class, new SpecDeserializer(specs)));
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
