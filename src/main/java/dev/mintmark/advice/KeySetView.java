package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.KeyView.Place;
import dev.mintmark.jose.CertificateMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key set as the rules see it.
 *
 * @param json the set as received
 * @param keys its entries that are objects, or the keys of a map of certificates, at most {@value #MAX_COUNT}
 * @param isPublished whether the set is a public one, as opposed to keys passed to verify one token
 * @param isCertificateMap whether it is a map from key ids to certificates, which has no {@code alg} and no {@code use}
 */
public record KeySetView(JsonNode json, List<KeyView> keys, boolean isPublished, boolean isCertificateMap) {
    public static final String POINTER = "/jwks/keys";
    /** Some checks of a key take a millisecond. */
    private static final int MAX_COUNT = 20;

    static KeySetView of(JsonNode json, boolean isPublished, RuleContext background) {
        Place place = isPublished ? Place.PUBLISHED : Place.VERIFYING;
        if (CertificateMap.isOne(json)) {
            return new KeySetView(json, certified(json, place, background), isPublished, true);
        }
        JsonNode members = json.path("keys");
        List<KeyView> keys = new ArrayList<>();
        for (int i = 0; i < members.size() && i < MAX_COUNT && members.isArray(); i++) {
            Optional<KeyView> key = KeyView.of(members.get(i), POINTER + '/' + i, place, background);
            key.ifPresent(keys::add);
        }
        return new KeySetView(json, keys, isPublished, false);
    }

    private static List<KeyView> certified(JsonNode map, Place place, RuleContext background) {
        return map.properties().stream()
                .limit(MAX_COUNT)
                .flatMap(entry ->
                        CertificateMap.jwk(entry.getKey(), entry.getValue().textValue())
                                .flatMap(jwk -> KeyView.of(jwk, "/jwks/" + escaped(entry.getKey()), place, background))
                                .stream())
                .toList();
    }

    /** RFC 6901 section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
