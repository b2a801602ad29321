package dev.mintmark.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.glossary.Handbook;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.KeysUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The documents that assistants may read: the public keys, the rules of advice and the handbook. All are JSON. */
final class McpResources {
    private static final String SCHEME = "mintmark://";
    private static final String JWKS = SCHEME + "jwks";
    private static final String RULES = SCHEME + "rules";
    private static final String HANDBOOK = SCHEME + "handbook/";
    private static final String JSON = "application/json";

    /** Not found, before revision 2026-07-28. */
    private static final int RESOURCE_NOT_FOUND = -32002;

    private final Catalogue catalogue;
    private final Issuers issuers;

    McpResources(Catalogue catalogue, Issuers issuers) {
        this.catalogue = catalogue;
        this.issuers = issuers;
    }

    ArrayNode list() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        add(entries, JWKS, "jwks", "The public keys that verify tokens of this service");
        add(entries, RULES, "rules", "All rules of security advice, each with its title");
        topics().forEach(topic -> add(entries, HANDBOOK + topic, "handbook-" + topic, "Recommendations: " + topic));
        return entries;
    }

    private static void add(ArrayNode entries, String uri, String name, String description) {
        entries.addObject()
                .put("uri", uri)
                .put("name", name)
                .put("description", description)
                .put("mimeType", JSON);
    }

    static ArrayNode templates() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        entries.addObject()
                .put("uriTemplate", RULES + "/{rule}")
                .put("name", "rule")
                .put("description", "One rule of security advice")
                .put("mimeType", JSON);
        return entries;
    }

    private static List<String> topics() {
        return Handbook.entries().stream().map(Handbook.Entry::topic).distinct().toList();
    }

    /**
     * The content of a document.
     *
     * @throws RpcException if there is no such document
     */
    ObjectNode read(String uri, ProtocolVersion version) {
        String text = text(uri)
                .orElseThrow(() -> RpcException.unknownResource(
                        version.isStateless() ? RpcException.INVALID_PARAMS : RESOURCE_NOT_FOUND,
                        uri.matches("[A-Za-z0-9:/._-]{1,128}") ? uri : SCHEME));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("contents")
                .addObject()
                .put("uri", uri)
                .put("mimeType", JSON)
                .put("text", text);
        return result;
    }

    private Optional<String> text(String uri) {
        if (uri.equals(JWKS)) {
            return Optional.of(new String(jwks(), StandardCharsets.UTF_8));
        }
        if (uri.equals(RULES)) {
            return Optional.of(text(rules()));
        }
        if (uri.startsWith(RULES + '/')) {
            return catalogue
                    .rule(uri.substring(RULES.length() + 1))
                    .map(McpResources::rule)
                    .map(McpResources::text);
        }
        return Optional.of(uri)
                .filter(it -> it.startsWith(HANDBOOK))
                .map(it -> it.substring(HANDBOOK.length()))
                .filter(topics()::contains)
                .map(topic -> text(handbook(topic)));
    }

    private byte[] jwks() {
        try {
            return issuers.root().keyRings().requireComplete().jwks();
        } catch (KeysUnavailableException e) {
            throw RpcException.invalidParams("The keys are not ready yet. Try again in a few seconds.");
        }
    }

    private ObjectNode rules() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        catalogue.rules().forEach(rule -> all.put(rule.id(), rule.title()));
        return all;
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("rule", rule.id())
                .put("title", rule.title())
                .put("trigger", rule.trigger())
                .put("why", rule.why())
                .put("fix", rule.fix());
        rule.references().forEach(json.putArray("references")::add);
        return json;
    }

    private static ArrayNode handbook(String topic) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        Handbook.entries().stream().filter(entry -> entry.topic().equals(topic)).forEach(entry -> {
            ObjectNode json = entries.addObject().put("title", entry.title()).put("text", entry.text());
            entry.references().forEach(json.putArray("references")::add);
        });
        return entries;
    }

    private static String text(Object json) {
        return new String(StrictJson.bytes(json), StandardCharsets.UTF_8);
    }
}
