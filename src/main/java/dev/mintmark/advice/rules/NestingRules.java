package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.MEDIUM;

import dev.mintmark.advice.Findings;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.Patterns;
import dev.mintmark.jose.TokenForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tokens within tokens (RFC 7519 section 11.2). */
final class NestingRules {
    private static final String CTY = "/header/cty";
    /** The number of layers that are read: enough to detect too many. */
    private static final int MAX_DEPTH = 4;

    private NestingRules() {}

    static void look(TokenView token, Findings found) {
        String cty = token.header().path("cty").asText("");
        boolean marked = cty.equalsIgnoreCase("JWT") || cty.equalsIgnoreCase("application/jwt");
        if (token.isEncrypted()) {
            return;
        }
        if (marked && token.hasClaims()) {
            found.at(CTY, MEDIUM, cty, "cty says that the payload is a token, but it is a claims object");
        }
        int layers = token.form().map(NestingRules::layers).orElse(1);
        if (layers > 2) {
            found.at(CTY, HIGH, layers + " layers", "There are more than two layers of tokens");
        } else if (layers == 2 && !cty.equals("JWT")) {
            found.at(CTY, MEDIUM, Masking.of(cty), "The payload is a token, but cty is not JWT");
        }
    }

    private static int layers(TokenForm form) {
        int layers = 1;
        Optional<String> payload = payload(form);
        while (layers < MAX_DEPTH && payload.filter(Patterns::isToken).isPresent()) {
            layers++;
            payload = payload(TokenForm.read(payload.get()));
        }
        return layers;
    }

    private static Optional<String> payload(TokenForm form) {
        return form.bytes(1).map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
    }
}
