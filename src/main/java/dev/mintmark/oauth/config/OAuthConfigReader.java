package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mintmark.oauth.IssuerName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the configuration from JSON, strictly: what is unknown or of another type is an error with its pointer. */
public final class OAuthConfigReader {
    private static final int MAX_ENTRIES = 1000;

    private final BiFunction<String, JsonNode, Duration> durations;

    /**
     * A reader of files in which durations are written as in requests.
     *
     * @param durations reads one such as {@code 5m} or {@code -1h}, or throws IllegalArgumentException
     */
    public OAuthConfigReader(BiFunction<String, JsonNode, Duration> durations) {
        this.durations = durations;
    }

    /**
     * Reads a configuration.
     *
     * @throws OAuthConfigException naming the first member that is wrong
     */
    public OAuthConfig read(JsonNode json) {
        ConfigNode root = ConfigNode.of("", json).admit("users", "clients", "scopes", "issuers");
        Map<String, User> users = root.has("users") ? bounded(root, "users").map(this::user) : BuiltIn.users();
        Map<String, ScopeRule> scopes = new LinkedHashMap<>(BuiltIn.scopes());
        scopes.putAll(bounded(root, "scopes").map(OAuthConfigReader::scope));
        Map<String, Client> clients = bounded(root, "clients").map(new ClientReader(durations)::read);
        Map<String, IssuerRule> issuers = bounded(root, "issuers").map(this::issuer);
        OAuthConfig config = new OAuthConfig(users, clients, scopes, issuers, !root.has("users"));
        checkReferences(config);
        return config;
    }

    private static ConfigNode bounded(ConfigNode root, String name) {
        if (root.value(name).size() > MAX_ENTRIES) {
            throw root.invalid(name, "Has more than 1000 members");
        }
        return root.object(name);
    }

    private User user(Map.Entry<String, ConfigNode> entry) {
        ConfigNode node = entry.getValue().admit("password_sha256", "claims");
        var claims = node.claims("claims");
        if (claims.has("sub") && !claims.path("sub").isTextual()) {
            throw node.object("claims").invalid("sub", "Must be a string; put it in quotation marks");
        }
        ClientReader.checkClaims(node, "claims");
        return new User(entry.getKey(), node.sha256("password_sha256").map(String::toLowerCase), claims);
    }

    /** {@code claims} is a list of names for userinfo, or an object with what access tokens get. */
    private static ScopeRule scope(Map.Entry<String, ConfigNode> entry) {
        ConfigNode node = entry.getValue().admit("claims", "id_token", "audience");
        boolean isList = node.value("claims").isArray();
        ConfigNode claims = isList
                ? ConfigNode.of("", JsonNodeFactory.instance.objectNode())
                : node.object("claims").admit("access", "userinfo");
        if (!isList) {
            ClientReader.checkClaims(claims, "access");
        }
        return new ScopeRule(
                isList ? node.texts("claims") : claims.texts("userinfo"),
                node.flag("id_token"),
                node.text("audience"),
                claims.claims("access"));
    }

    private IssuerRule issuer(Map.Entry<String, ConfigNode> entry) {
        ConfigNode node = entry.getValue().admit("iss", "users", "auto_login", "clock", "unknown_clients", "requests");
        String name = entry.getKey();
        if (!name.equals("*") && !name.equals("/") && IssuerName.parse(name).isEmpty()) {
            throw new OAuthConfigException("/issuers", "Has a name that no issuer can have");
        }
        return new IssuerRule(
                node.text("iss"),
                node.has("users") ? Optional.of(node.texts("users")) : Optional.empty(),
                node.text("auto_login"),
                node.has("clock") ? new ClientReader(durations).duration(node, "clock") : Duration.ZERO,
                node.word("unknown_clients", "accept", "accept", "refuse").equals("accept"),
                new RequestRuleReader(new ClientReader(durations)).read(node));
    }

    private static void checkReferences(OAuthConfig config) {
        config.clients()
                .forEach((id, client) -> client.autoLogin().ifPresent(name -> {
                    if (!config.users().containsKey(name)) {
                        throw new OAuthConfigException("/clients/" + id + "/auto_login", "Is not one of the users");
                    }
                }));
        config.issuers().forEach((issuer, rule) -> {
            if (rule.autoLogin()
                    .filter(name -> !config.users().containsKey(name))
                    .isPresent()) {
                throw new OAuthConfigException("/issuers/" + issuer + "/auto_login", "Is not one of the users");
            }
            if (!config.users().keySet().containsAll(rule.users().orElse(List.of()))) {
                throw new OAuthConfigException(
                        "/issuers/" + issuer + "/users", "Has a name that is not one of the users");
            }
        });
    }
}
