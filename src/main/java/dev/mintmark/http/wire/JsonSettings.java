package dev.mintmark.http.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.mintmark.service.body.RequestJson;
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
        RequestJson.configure(mapper);
        mapper.getFactory().setInputDecorator(new StrictUtf8());
        mapper.registerModule(new SimpleModule("specs").addDeserializer(Spec.class, new SpecDeserializer(specs)));
    }
}
