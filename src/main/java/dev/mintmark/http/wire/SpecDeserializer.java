package dev.mintmark.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.mintmark.service.request.BatchRequest.Spec;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;

/** Leaves each member of {@code specs} as JSON until its token is minted. */
final class SpecDeserializer extends StdDeserializer<Spec> {
    private static final long serialVersionUID = 1L;

    /** Looked up late, because it needs the mapper that this deserializer belongs to. */
    private final transient Instance<SpecParser> parser;

    SpecDeserializer(Instance<SpecParser> parser) {
        super(Spec.class);
        this.parser = parser;
    }

    @Override
    public Spec deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return spec(context.readTree(json));
    }

    @Override
    public Spec getNullValue(DeserializationContext context) {
        return spec(NullNode.getInstance());
    }

    private Spec spec(JsonNode json) {
        return () -> parser.get().apply(json);
    }
}
