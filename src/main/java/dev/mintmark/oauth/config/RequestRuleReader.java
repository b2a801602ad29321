package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rules of token requests. */
final class RequestRuleReader {
    private static final int MAX_RULES = 100;
    private static final int MAX_PARAMETERS = 8;
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{request\\.([A-Za-z0-9_]{1,64})}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+/-]{1,64}");

    private final ClientReader clients;

    /** @param clients reads durations */
    RequestRuleReader(ClientReader clients) {
        this.clients = clients;
    }

    List<RequestRule> read(ConfigNode issuer) {
        List<ConfigNode> nodes = issuer.objects("requests");
        if (nodes.size() > MAX_RULES) {
            throw issuer.invalid("requests", "Has more than 100 rules");
        }
        return nodes.stream().map(this::rule).toList();
    }

    private RequestRule rule(ConfigNode node) {
        node.admit("when", "subject", "audience", "claims", "type", "lifetimes");
        ClientReader.checkClaims(node, "claims");
        if (node.value("claims").has("sub")) {
            throw node.object("claims").invalid("sub", "Is the member subject of the rule");
        }
        for (String name : List.of("subject", "audience", "claims")) {
            checkTemplates(node, name, node.value(name));
        }
        Optional<String> type = node.text("type");
        if (type.filter(text -> !TYPE.matcher(text).matches()).isPresent()) {
            throw node.invalid("type", "Must be a media type such as at+jwt");
        }
        return new RequestRule(
                when(node.object("when")),
                node.text("subject"),
                node.texts("audience"),
                node.claims("claims"),
                type,
                clients.lifetimes(node.object("lifetimes").admit("access", "id", "refresh")));
    }

    private static Map<String, Predicate<String>> when(ConfigNode node) {
        Map<String, Predicate<String>> patterns = new LinkedHashMap<>();
        for (String name : node.names()) {
            if (RequestRule.SECRET.contains(name)) {
                throw node.invalid(name, "No rule reads a secret");
            }
            patterns.put(name, pattern(node, name));
        }
        if (patterns.size() > MAX_PARAMETERS) {
            throw new OAuthConfigException(node.pointer(), "Has more than 8 parameters");
        }
        return patterns;
    }

    /** A text with {@code *} at its end as a wildcard, a list of such, or a regular expression. */
    private static Predicate<String> pattern(ConfigNode node, String name) {
        if (node.value(name).isObject()) {
            ConfigNode expression = node.object(name).admit("matches");
            String text = expression
                    .text("matches")
                    .orElseThrow(() -> node.invalid(name, "Must be a string, a list of strings or {matches: …}"));
            try {
                return TextPattern.of(text)::matches;
            } catch (IllegalArgumentException e) {
                throw expression.invalid("matches", "The regular expression " + e.getMessage());
            }
        }
        List<String> texts = new ArrayList<>(node.texts(name));
        return value -> texts.stream().anyMatch(text -> isLike(text, value));
    }

    private static boolean isLike(String text, String value) {
        return text.endsWith("*") ? value.startsWith(text.substring(0, text.length() - 1)) : value.equals(text);
    }

    private static void checkTemplates(ConfigNode node, String name, JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(each -> checkTemplates(node, name, each));
            return;
        }
        Matcher matcher = TEMPLATE.matcher(value.asText());
        while (matcher.find()) {
            if (RequestRule.SECRET.contains(matcher.group(1))) {
                throw node.invalid(name, "No claim holds a secret of the request");
            }
        }
    }
}
