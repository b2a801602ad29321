package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.KeyView.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key set as the rules see it.
 *
 * @param json the set as received
 * @param keys its entries that are objects, at most {@value #MAX_COUNT}
 * @param isPublished whether the set is a public one, as opposed to keys passed to verify one token
 */
public record KeySetView(JsonNode json, List<KeyView> keys, boolean isPublished) {
    public static final String POINTER = "/jwks/keys";
    /** Some checks of a key take a millisecond. */
    private static final int MAX_COUNT = 20;

    static KeySetView of(JsonNode json, boolean isPublished, RuleContext background) {
        JsonNode members = json.path("keys");
        List<KeyView> keys = new ArrayList<>();
        for (int i = 0; i < members.size() && i < MAX_COUNT && members.isArray(); i++) {
            Optional<KeyView> key = KeyView.of(
                    members.get(i), POINTER + '/' + i, isPublished ? Place.PUBLISHED : Place.VERIFYING, background);
            key.ifPresent(keys::add);
        }
        return new KeySetView(json, keys, isPublished);
    }
}
