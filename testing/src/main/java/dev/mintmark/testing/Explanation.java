package dev.mintmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.service.VerifyResult;
import java.util.List;
import java.util.stream.Collectors;

/** A token in plain words. */
final class Explanation {
    private static final int MAX_CLAIMS = 2000;

    private Explanation() {}

    static String of(VerifyResult result, String token) {
        List<String> failed = result.verdict().checks().stream()
                .filter(check -> check.isFailed())
                .map(check -> "- " + check.check().wireName() + ": " + check.message())
                .toList();
        String verdict = failed.isEmpty()
                ? "The token is valid here."
                : failed.stream().collect(Collectors.joining("\n", "The token is not valid here:\n", ""));
        return verdict + "\nClaims, not verified: " + claims(token);
    }

    private static String claims(String token) {
        try {
            String text = UnverifiedToken.read(token)
                    .payload()
                    .map(JsonNode::toString)
                    .orElse("none");
            return text.length() > MAX_CLAIMS ? text.substring(0, MAX_CLAIMS) + "..." : text;
        } catch (RuntimeException e) {
            return "none that can be read";
        }
    }
}
