package dev.mintmark.oauth.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The users and scopes that hold without a file. The scopes hold beside those of a file, too. */
final class BuiltIn {
    /** 2026-01-01T00:00:00Z. */
    private static final long UPDATED_AT = 1_767_225_600L;

    private BuiltIn() {}

    /** The scopes of OpenID Connect Core section 5.4, and {@code groups}. */
    static Map<String, ScopeRule> scopes() {
        Map<String, ScopeRule> scopes = new LinkedHashMap<>();
        scopes.put("openid", ScopeRule.of());
        scopes.put(
                "profile",
                ScopeRule.of(
                        "name",
                        "family_name",
                        "given_name",
                        "middle_name",
                        "nickname",
                        "preferred_username",
                        "profile",
                        "picture",
                        "website",
                        "gender",
                        "birthdate",
                        "zoneinfo",
                        "locale",
                        "updated_at"));
        scopes.put("email", ScopeRule.of("email", "email_verified"));
        scopes.put("address", ScopeRule.of("address"));
        scopes.put("phone", ScopeRule.of("phone_number", "phone_number_verified"));
        scopes.put("groups", ScopeRule.of("groups", "roles"));
        scopes.put("offline_access", ScopeRule.of());
        return scopes;
    }

    static Map<String, User> users() {
        Map<String, User> users = new LinkedHashMap<>();
        put(users, user("alice", "Alice", "Adams", "female", "admin", "user"));
        put(users, user("bob", "Bob", "Brown", "male", "user"));
        put(users, user("carol", "Carol", "Clark", "female", "user"));
        return users;
    }

    private static void put(Map<String, User> users, User user) {
        users.put(user.name(), user);
    }

    private static User user(String name, String given, String family, String gender, String... roles) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("name", given + ' ' + family)
                .put("given_name", given)
                .put("family_name", family)
                .put("middle_name", given.substring(0, 1).toUpperCase(Locale.ROOT))
                .put("nickname", name)
                .put("preferred_username", name)
                .put("profile", "https://" + name + ".example/")
                .put("picture", "https://" + name + ".example/picture.png")
                .put("website", "https://" + name + ".example/")
                .put("gender", gender)
                .put("birthdate", "1990-01-31")
                .put("zoneinfo", "Europe/Berlin")
                .put("locale", "en-GB")
                .put("updated_at", UPDATED_AT)
                .put("email", name + "@example.com")
                .put("email_verified", true)
                .put("phone_number", "+44 20 7946 0123")
                .put("phone_number_verified", true);
        claims.putObject("address")
                .put("street_address", "1 Example Street")
                .put("locality", "London")
                .put("postal_code", "SW1A 1AA")
                .put("country", "GB");
        for (String list : new String[] {"groups", "roles"}) {
            for (String role : roles) {
                claims.withArray(list).add(role);
            }
        }
        return new User(name, Optional.empty(), claims);
    }
}
