package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What a caller asks of a token, not yet read: the members of {@code POST /tokens/verify} in openapi.yaml. */
public interface VerifyRequest extends KeyMaterialRequest {
    String token();

    Optional<JsonNode> jwks();

    Optional<String> mode();

    /** Whether to find the token in the text and remove what surrounds it; false if absent. */
    Optional<Boolean> unwrap();

    Optional<? extends Expect> expect();

    /** The member {@code expect}. */
    interface Expect {
        /** A string, or an array of strings. */
        Optional<JsonNode> issuer();

        /** A string, or an array of strings. */
        Optional<JsonNode> audience();

        Optional<String> type();

        Optional<List<String>> algorithms();

        Optional<String> subject();

        /** A string, or an array of strings. */
        Optional<JsonNode> scope();

        Optional<List<String>> roles();

        /** A JSON pointer (RFC 6901) to the claim that holds the roles. */
        Optional<String> rolesClaim();

        Optional<List<String>> permissions();

        Optional<List<String>> requiredClaims();

        /** A duration. */
        Optional<JsonNode> leeway();

        /** A duration. */
        Optional<JsonNode> maxAge();
    }
}
