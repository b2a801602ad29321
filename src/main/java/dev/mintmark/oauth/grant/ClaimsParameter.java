package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.config.User;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The claims that an authorization request names by the parameters {@code claims} and {@code acr_values} (OpenID Connect
 * Core sections 5.5 and 3.1.2.1).
 *
 * @param userinfo names of claims for the userinfo endpoint
 * @param idToken names of claims for the ID token
 * @param subject the {@code sub} that the ID token must have
 * @param acr the authentication context classes that the client accepts, the preferred one first
 * @param isAcrEssential whether a login of another class is an error (OpenID Connect Core section 5.5.1.1)
 */
public record ClaimsParameter(
        List<String> userinfo,
        List<String> idToken,
        Optional<String> subject,
        List<String> acr,
        boolean isAcrEssential) {
    /** No claims are named. */
    public static final ClaimsParameter NONE = ofAcr(Optional.empty());

    private static final int MAX_LENGTH = 4096;
    private static final int MAX_NAMES = 50;
    private static final int MAX_ACR = 255;
    private static final int MAX_ACR_VALUES = 20;

    /** The claim of the class: {@code acr}. */
    static final String ACR = "acr";

    public ClaimsParameter {
        userinfo = List.copyOf(userinfo);
        idToken = List.copyOf(idToken);
        acr = List.copyOf(acr);
    }

    /** Names no claims; the login has this class. */
    static ClaimsParameter ofAcr(Optional<String> acr) {
        return new ClaimsParameter(
                List.of(), List.of(), Optional.empty(), acr.stream().toList(), false);
    }

    /** The same with the values of {@code acr_values}, which are voluntary: they give way to those of {@code claims}. */
    public ClaimsParameter withAcrValues(Optional<String> acrValues) {
        if (!acr.isEmpty() || acrValues.isEmpty()) {
            return this;
        }
        List<String> values = accepted(Stream.of(acrValues.get().strip().split(" +")));
        return new ClaimsParameter(userinfo, idToken, subject, values, false);
    }

    /**
     * The class of a login. The service authenticates test users, so it takes the class that the client prefers, unless the
     * user has another.
     */
    public Optional<String> acrOf(User user) {
        return Optional.of(user.claims().path(ACR))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .or(() -> acr.stream().findFirst());
    }

    /** Whether a login of this user satisfies the client. */
    public boolean isSatisfiedBy(User user) {
        return !isAcrEssential
                || acr.isEmpty()
                || acrOf(user).filter(acr::contains).isPresent();
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
                                .map(JsonNode::textValue),
                        acr(json.path("id_token").path(ACR)),
                        json.path("id_token").path(ACR).path("essential").asBoolean(false));
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

    private static List<String> acr(JsonNode member) {
        return accepted(Stream.concat(member.path("values").valueStream(), Stream.of(member.path("value")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue));
    }

    /** Values beyond these bounds are ignored, as unknown classes are. */
    private static List<String> accepted(Stream<String> values) {
        return values.filter(value -> !value.isEmpty() && value.length() <= MAX_ACR)
                .limit(MAX_ACR_VALUES)
                .toList();
    }

    /** What a code carries: the client's conditions were checked at the login. */
    ObjectNode toJson(ObjectNode json) {
        userinfo.forEach(json.putArray("userinfo")::add);
        idToken.forEach(json.putArray("id_token")::add);
        acr.stream().findFirst().ifPresent(value -> json.put(ACR, value));
        return json;
    }

    static ClaimsParameter ofJson(JsonNode json) {
        Optional<String> acr =
                Optional.of(json.path(ACR)).filter(JsonNode::isTextual).map(JsonNode::textValue);
        return new ClaimsParameter(
                texts(json.path("userinfo")),
                texts(json.path("id_token")),
                Optional.empty(),
                acr.stream().toList(),
                false);
    }

    static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        if (json instanceof ArrayNode array) {
            array.forEach(value -> texts.add(value.asText()));
        }
        return texts;
    }
}
