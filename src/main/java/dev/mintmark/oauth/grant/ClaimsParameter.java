package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims that an authorization request names by the parameter {@code claims} (OpenID Connect Core section 5.5).
 *
 * @param userinfo names of claims for the userinfo endpoint
 * @param idToken names of claims for the ID token
 * @param subject the {@code sub} that the ID token must have
 */
public record ClaimsParameter(List<String> userinfo, List<String> idToken, Optional<String> subject) {
    /** No claims are named. */
    public static final ClaimsParameter NONE = new ClaimsParameter(List.of(), List.of(), Optional.empty());

    private static final int MAX_LENGTH = 4096;
    private static final int MAX_NAMES = 50;

    public ClaimsParameter {
        userinfo = List.copyOf(userinfo);
        idToken = List.copyOf(idToken);
    }

    /**
     * Reads the parameter.
     *
     * @throws OAuthException {@code invalid_request} if the text is not a JSON object of this form
     */
    public static ClaimsParameter parse(String text) {
        try {
            if (text.length() <= MAX_LENGTH) {
                ObjectNode json = StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
                return new ClaimsParameter(
                        names(json.path("userinfo")),
                        names(json.path("id_token")),
                        Optional.of(json.path("id_token").path("sub").path("value"))
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::textValue));
            }
        } catch (IllegalArgumentException e) {
            // Answered below.
        }
        throw new OAuthException(
                OAuthError.INVALID_REQUEST,
                "The parameter claims is not a JSON object of at most 4096 characters with the members userinfo and"
                        + " id_token");
    }

    private static List<String> names(JsonNode members) {
        if (members.isMissingNode() || members.isNull()) {
            return List.of();
        }
        if (!members.isObject() || members.size() > MAX_NAMES) {
            throw new IllegalArgumentException("is not an object of at most 50 members");
        }
        return members.properties().stream().map(Map.Entry::getKey).toList();
    }

    ObjectNode toJson(ObjectNode json) {
        userinfo.forEach(json.putArray("userinfo")::add);
        idToken.forEach(json.putArray("id_token")::add);
        return json;
    }

    static ClaimsParameter ofJson(JsonNode json) {
        return new ClaimsParameter(texts(json.path("userinfo")), texts(json.path("id_token")), Optional.empty());
    }

    static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        if (json instanceof ArrayNode array) {
            array.forEach(value -> texts.add(value.asText()));
        }
        return texts;
    }
}
