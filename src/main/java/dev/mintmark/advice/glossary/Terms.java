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
    private final Map<String, Term> vendors = new HashMap<>();
    private final Map<String, Map<String, Term>> members = new HashMap<>();
    private final Map<String, String> byLowerCase = new HashMap<>();

    private Terms(JsonNode json) {
        json.path("claims").properties().forEach(e -> claims.put(e.getKey(), registered(e.getValue())));
        json.path("headers").properties().forEach(e -> headers.put(e.getKey(), registered(e.getValue())));
        json.path("vendor").properties().forEach(e -> vendors.put(e.getKey(), vendor(e.getValue())));
        json.path("members").properties().forEach(group -> {
            Map<String, Term> terms = new HashMap<>();
            group.getValue()
                    .properties()
                    .forEach(
                            e -> terms.put(e.getKey(), Term.unknown(e.getValue().asText())));
            members.put(group.getKey(), terms);
        });
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

    private static Term vendor(JsonNode json) {
        return Term.unknown(
                json.path("owner").asText() + ": " + json.path("meaning").asText());
    }

    Term header(String name) {
        return Optional.ofNullable(headers.get(name))
                .orElseGet(() -> Term.unknown("A private header parameter: verifiers that do not know it ignore it"));
    }

    Term claim(String name) {
        return Optional.ofNullable(claims.get(name))
                .or(() -> Optional.ofNullable(vendors.get(name)))
                .orElseGet(() -> Term.unknown(unknownClaim(name)));
    }

    private String unknownClaim(String name) {
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
