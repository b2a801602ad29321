package dev.mintmark.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.json.StrictJson;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Inserts the disclosures of an SD-JWT into its payload (RFC 9901 section 7.1). */
public final class DisclosedClaims {
    private static final String DIGESTS = "_sd";
    private static final String ELEMENT = "...";
    private static final String HASH = "_sd_alg";

    private final Map<String, Disclosure> byDigest = new LinkedHashMap<>();
    private final Map<String, String> pointers = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * A disclosure and its place.
     *
     * @param disclosure the disclosure
     * @param pointer the JSON pointer of the value in the processed token, below {@code /payload}
     */
    public record Placed(Disclosure disclosure, String pointer) {}

    /**
     * The result.
     *
     * @param claims the payload with the disclosed values and without digests
     * @param disclosures the disclosures in the order of the token
     */
    public record Result(JsonMembers claims, List<Placed> disclosures) {}

    private DisclosedClaims() {}

    /**
     * Processes an SD-JWT. The signature is not checked.
     *
     * @param payload the payload of the issuer-signed JWT
     * @throws MalformedTokenException if a disclosure is malformed or not in the payload, or a digest or name occurs twice
     */
    public static Result of(SdJwt token, JsonNode payload) {
        if (token.keyBinding().filter(last -> last.indexOf('~') >= 0).isPresent()) {
            throw Disclosure.malformed("The token has too many disclosures");
        }
        DisclosedClaims process = new DisclosedClaims();
        MessageDigest hash = Disclosure.hash(payload);
        for (String encoded : token.disclosures()) {
            Disclosure disclosure = Disclosure.parse(encoded, hash);
            if (process.byDigest.put(disclosure.digest(), disclosure) != null) {
                throw Disclosure.malformed("A disclosure occurs twice");
            }
        }
        ObjectNode claims = process.object(payload, "/payload", 1);
        claims.remove(HASH);
        List<Placed> placed = new ArrayList<>();
        process.byDigest.forEach((digest, disclosure) -> placed.add(new Placed(
                disclosure,
                Optional.ofNullable(process.pointers.get(digest))
                        .orElseThrow(() -> Disclosure.malformed("A disclosure belongs to no digest in the token")))));
        return new Result(JsonMembers.of(claims), placed);
    }

    private JsonNode value(JsonNode value, String pointer, int depth) {
        if (depth > StrictJson.MAX_DEPTH) {
            throw Disclosure.malformed("The disclosed claims are nested too deeply");
        }
        if (value.isObject()) {
            return object(value, pointer, depth);
        }
        return value instanceof ArrayNode array ? array(array, pointer, depth) : value;
    }

    private ObjectNode object(JsonNode object, String pointer, int depth) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (var member : object.properties()) {
            if (!member.getKey().equals(DIGESTS)) {
                copy.set(
                        member.getKey(), value(member.getValue(), pointer + '/' + escaped(member.getKey()), depth + 1));
            }
        }
        JsonNode digests = object.path(DIGESTS);
        if (!digests.isMissingNode() && !digests.isArray()) {
            throw Disclosure.malformed("_sd is not an array");
        }
        for (JsonNode digest : digests) {
            Optional<Disclosure> disclosure = disclosed(digest);
            if (disclosure.isPresent()) {
                String name = disclosure
                        .get()
                        .name()
                        .orElseThrow(() -> Disclosure.malformed("An array element is disclosed in an object"));
                if (copy.has(name) || (depth == 1 && name.equals(HASH))) {
                    throw Disclosure.malformed("A disclosed name is already in the token");
                }
                String place = pointer + '/' + escaped(name);
                pointers.put(disclosure.get().digest(), place);
                copy.set(name, value(disclosure.get().value(), place, depth + 1));
            }
        }
        return copy;
    }

    private ArrayNode array(ArrayNode array, String pointer, int depth) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : array) {
            String place = pointer + '/' + copy.size();
            if (!isDigest(element)) {
                copy.add(value(element, place, depth + 1));
                continue;
            }
            Optional<Disclosure> disclosure = disclosed(element.get(ELEMENT));
            if (disclosure.isPresent()) {
                if (disclosure.get().name().isPresent()) {
                    throw Disclosure.malformed("A member is disclosed in an array");
                }
                pointers.put(disclosure.get().digest(), place);
                copy.add(value(disclosure.get().value(), place, depth + 1));
            }
        }
        return copy;
    }

    private static boolean isDigest(JsonNode element) {
        return element.isObject() && element.size() == 1 && element.has(ELEMENT);
    }

    private Optional<Disclosure> disclosed(JsonNode digest) {
        if (!digest.isTextual() || !seen.add(digest.asText())) {
            throw Disclosure.malformed("A digest is not a string or occurs twice");
        }
        return Optional.ofNullable(byDigest.get(digest.asText()));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
