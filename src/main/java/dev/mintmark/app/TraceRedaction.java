package dev.mintmark.app;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keeps the raw path, query, method and user agent out of spans, because a caller may put a token there. A span has the
 * template of its path as {@code http.route}. Only a sampler can replace attributes before a span begins.
 */
@Singleton
final class TraceRedaction implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
    /** Attributes with text of the caller; names and the replacement follow OpenTelemetry's semantic conventions. */
    private static final List<AttributeKey<String>> RAW = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("http.request.method_original"),
            AttributeKey.stringKey("user_agent.original"));

    private static final String REDACTED = "REDACTED";

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSamplerCustomizer((sampler, config) -> new Redacting(sampler));
    }

    private static Attributes redacted(Attributes span) {
        AttributesBuilder replaced = Attributes.builder();
        RAW.stream().filter(key -> span.get(key) != null).forEach(key -> replaced.put(key, REDACTED));
        return replaced.build();
    }

    /** Samples as the wrapped sampler does. */
    private record Redacting(Sampler sampler) implements Sampler {
        @Override
        public SamplingResult shouldSample(
                Context parent, String traceId, String name, SpanKind kind, Attributes span, List<LinkData> links) {
            SamplingResult result = sampler.shouldSample(parent, traceId, name, kind, span, links);
            Attributes replaced =
                    result.getAttributes().toBuilder().putAll(redacted(span)).build();
            return SamplingResult.create(result.getDecision(), replaced);
        }

        @Override
        public String getDescription() {
            return "Redacting(" + sampler.getDescription() + ")";
        }
    }
}
