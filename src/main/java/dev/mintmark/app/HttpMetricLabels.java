package dev.mintmark.app;

import dev.mintmark.http.problem.Routes;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps text of callers out of the labels of Quarkus' HTTP metrics. If a request ends before a resource is matched (refused,
 * aborted), {@code uri} is the raw path and {@code method} the method as sent.
 */
@Singleton
final class HttpMetricLabels implements MeterFilter {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final String OTHER = "OTHER";

    private final Routes resources;

    HttpMetricLabels(Routes resources) {
        this.resources = resources;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("http.server")) {
            return id;
        }
        List<Tag> tags = id.getTags().stream().map(this::bounded).toList();
        return id.replaceTags(tags);
    }

    /** Values that are not paths are Quarkus' own, such as {@code NOT_FOUND} and {@code root}. */
    private Tag bounded(Tag tag) {
        return switch (tag.getKey()) {
            case "uri" ->
                tag.getValue().startsWith("/") && !resources.templates().contains(tag.getValue())
                        ? Tag.of("uri", OTHER)
                        : tag;
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", OTHER);
            default -> tag;
        };
    }
}
