package dev.mintmark.advice.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The known names: registered claims and header parameters, vendors' claims, members of known objects. */
final class Terms {
    private static final String RESOURCE = "glossary.json";
    private static final Pattern URL_NAME = Pattern.compile("(?:https?://|urn:)([^/?#]{1,255}).*");
    private static final Pattern REVERSE_DOMAIN =
            Pattern.compile("[a-z]{2,10}\\.[a-z0-9-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})+");
    private static final int MAX_NAME = 256;

    private final Map<String, Term> claims = new HashMap<>();
    private final Map<String, Term> headers = new HashMap<>();
    /** Names that many issuers use alike, and no specification defines. */
    private final Map<String, Term> conventions = new HashMap<>();

    private final Map<String, Map<String, Term>> members = new HashMap<>();
    private final Map<String, String> byLowerCase = new HashMap<>();

    private Terms(JsonNode json) {
        json.path("claims").properties().forEach(e -> claims.put(e.getKey(), registered(e.getValue())));
        json.path("headers").properties().forEach(e -> headers.put(e.getKey(), registered(e.getValue())));
        json.path("conventions")
                .properties()
                .forEach(e -> conventions.put(
                        e.getKey(),
                        Term.unknown("By convention: " + e.getValue().asText())));
        json.path("members").properties().forEach(group -> members.put(group.getKey(), members(group.getValue())));
        claims.keySet().forEach(name -> byLowerCase.put(name.toLowerCase(Locale.ROOT), name));
    }

    static Terms load() {
        try (InputStream in = Objects.requireNonNull(Terms.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new Terms(StrictJson.parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Term registered(JsonNode json) {
        return new Term(
                json.path("meaning").asText(),
                json.path("type").asText(),
                Optional.of(json.path("reference").asText()),
                true);
    }

    /** The members of an object that a specification defines, which also names the members. */
    private static Map<String, Term> members(JsonNode group) {
        Optional<String> reference = Optional.ofNullable(group.get("reference")).map(JsonNode::asText);
        Map<String, Term> terms = new HashMap<>();
        group.path("members")
                .properties()
                .forEach(e -> terms.put(
                        e.getKey(),
                        new Term(
                                e.getValue().asText(),
                                "",
                                reference,
                                !e.getKey().equals("*"))));
        return terms;
    }

    Optional<Term> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<Term> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }

    Optional<Term> convention(String name) {
        return Optional.ofNullable(conventions.get(name));
    }

    /** What can be said of a claim from its name alone. */
    String unknownClaim(String name) {
        String registered = byLowerCase.get(name.toLowerCase(Locale.ROOT));
        if (registered != null) {
            return "Looks like " + registered + ", but names are case sensitive: verifiers do not recognise it";
        }
        if (name.length() <= MAX_NAME) {
            Matcher url = URL_NAME.matcher(name);
            if (url.matches()) {
                return "A private claim in the namespace of " + url.group(1) + ", whose owner defines it (RFC 7519"
                        + " 4.2)";
            }
            if (REVERSE_DOMAIN.matcher(name).matches()) {
                return "A private claim in a namespace whose owner defines it (RFC 7519 4.2)";
            }
        }
        return "A private claim: not registered, issuer and receiver agree on its meaning (RFC 7519 4.3)";
    }

    /** The known members of an object, by its path; a star matches any name. */
    Map<String, Term> members(String group) {
        return members.getOrDefault(group, Map.of());
    }
}
