package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code ${user.x}}, {@code ${client_id}}, {@code ${subject}}, {@code ${issuer}} and, for the rules of token requests,
 * {@code ${request.x}} into the string values of
 * configured claims. A string that is one placeholder takes the type of the value; a placeholder without a value is empty.
 */
final class ClaimTemplates {
    private static final String REQUEST = "request.";
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(client_id|subject|issuer|(?:user|request)\\.[A-Za-z0-9_]{1,64})}");

    private final Authorization authorization;
    private final Function<String, Optional<String>> parameters;

    /** Templates of claims that no request changes. */
    ClaimTemplates(Authorization authorization) {
        this(authorization, name -> Optional.empty());
    }

    /** @param parameters those of the token request */
    ClaimTemplates(Authorization authorization, Function<String, Optional<String>> parameters) {
        this.authorization = authorization;
        this.parameters = parameters;
    }

    /** A filled text. */
    String text(String template) {
        return fill(template).asText();
    }

    /** Puts the filled members over those of the target. */
    void putAll(ObjectNode template, ObjectNode target) {
        template.properties().forEach(member -> target.set(member.getKey(), fill(member.getValue())));
    }

    private JsonNode fill(JsonNode node) {
        if (node.isTextual()) {
            return fill(node.textValue());
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            putAll(object, copy);
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(value -> copy.add(fill(value)));
            return copy;
        }
        return node;
    }

    private JsonNode fill(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        if (matcher.matches()) {
            return value(matcher.group(1)).orElseGet(() -> TextNode.valueOf(""));
        }
        return TextNode.valueOf(PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value(found.group(1)).map(JsonNode::asText).orElse(""))));
    }

    private Optional<JsonNode> value(String name) {
        return switch (name) {
            case "client_id" ->
                Optional.of(TextNode.valueOf(authorization.client().id()));
            case "subject" -> Optional.of(TextNode.valueOf(authorization.user().subject()));
            case "issuer" ->
                Optional.of(TextNode.valueOf(authorization.issuer().issuer().value()));
            default ->
                name.startsWith(REQUEST)
                        ? parameters.apply(name.substring(REQUEST.length())).map(TextNode::valueOf)
                        : Optional.ofNullable(authorization.user().claims().get(name.substring("user.".length())));
        };
    }
}
