package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One request of the search.
 *
 * @param target the operation
 * @param members the body as JSON; for a form and a query its members are the parameters, and arrays are repeated ones
 */
record Attempt(Target target, ObjectNode members) {

    /** The size of the body, or of the query, in bytes. */
    int size() {
        return bytes().length;
    }

    boolean isWithinLimits() {
        return size() <= target.maxSize();
    }

    byte[] bytes() {
        return target.isJson() ? StrictJson.bytes(members) : form().getBytes(StandardCharsets.UTF_8);
    }

    private String form() {
        List<String> pairs = new ArrayList<>();
        members.properties().forEach(member -> {
            Iterable<JsonNode> values = member.getValue().isArray() ? member.getValue() : List.of(member.getValue());
            values.forEach(value -> pairs.add(encoded(member.getKey()) + "="
                    + encoded(value.isTextual() ? value.textValue() : value.toString())));
        });
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpRequest request(URI service) {
        if (target.isQuery()) {
            return HttpRequest.newBuilder(service.resolve(target.path() + "?" + form()))
                    .build();
        }
        return HttpRequest.newBuilder(service.resolve(target.path()))
                .header("Content-Type", target.mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes()))
                .build();
    }

    /** The request as text, with long values shortened. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(target.toString());
        members.properties()
                .forEach(member -> text.append("%n    %s (%,d bytes): %s"
                        .formatted(member.getKey(), length(member.getValue()), shown(member))));
        return text.toString();
    }

    private static int length(JsonNode value) {
        return StrictJson.bytes(value).length;
    }

    private static String shown(Map.Entry<String, JsonNode> member) {
        String json = member.getValue().toString();
        return json.length() <= 240 ? json : json.substring(0, 160) + " … " + json.substring(json.length() - 60);
    }
}
