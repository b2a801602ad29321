package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * What the specification of a kind requires and forbids.
 *
 * @param specification the document and section
 * @param required claims that must be there
 * @param requiredOneOf claims one of which must be there
 * @param requiredHeader header parameters that must be there
 * @param requiredOneOfHeader header parameters one of which must be there
 * @param requiredSame two claims that must be equal
 * @param forbidden claims that must not be there
 * @param forbiddenWeight how much it matters that one is there
 * @param isAsymmetric whether the signature must be asymmetric
 * @param isForTypedOnly whether this holds only where {@code typ} names the kind
 */
public record Profile(
        String specification,
        List<String> required,
        List<String> requiredOneOf,
        List<String> requiredHeader,
        List<String> requiredOneOfHeader,
        List<String> requiredSame,
        List<String> forbidden,
        Weight forbiddenWeight,
        boolean isAsymmetric,
        boolean isForTypedOnly) {
    static final Set<String> MEMBERS = Set.of(
            "specification",
            "requires",
            "requires_one_of",
            "requires_header",
            "requires_one_of_header",
            "requires_same",
            "forbids",
            "forbidden",
            "asymmetric",
            "requires_only_if_typed");

    static Profile of(JsonNode row) {
        return new Profile(
                row.path("specification").asText(),
                Tables.texts(row.path("requires")),
                Tables.texts(row.path("requires_one_of")),
                Tables.texts(row.path("requires_header")),
                Tables.texts(row.path("requires_one_of_header")),
                Tables.texts(row.path("requires_same")),
                Tables.texts(row.path("forbids")),
                Weight.parse(row.path("forbidden").asText("medium")),
                row.path("asymmetric").asBoolean(false),
                row.path("requires_only_if_typed").asBoolean(false));
    }
}
