package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.kinds.Kinds;
import java.util.List;
import java.util.stream.Stream;

/** The media types of {@code typ}, and whether the claims fit them (RFC 8725 section 3.11). */
final class TypeRules {
    private static final String TYP = "/header/typ";
    private static final List<String> ACCESS_TOKEN = List.of("iss", "exp", "aud", "sub", "client_id", "iat", "jti");

    private TypeRules() {}

    static void mismatch(TokenView token, Findings found) {
        JsonNode value = token.header().path("typ");
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isTextual()) {
            found.at(TYP, HIGH, Masking.of(value), "typ is not a string");
            return;
        }
        String typ = token.typ();
        if (typ.equals("at+jwt") && Stream.of("nonce", "at_hash", "c_hash").anyMatch(token::has)) {
            found.at(TYP, MEDIUM, typ, "typ says access token, but the claims are those of an ID token");
        }
        if (typ.equals("jwt") && ACCESS_TOKEN.stream().allMatch(token::has)) {
            found.at(
                    TYP,
                    LOW,
                    "JWT",
                    "The token has all claims of an RFC 9068 access token, but its typ is not" + " at+jwt");
        }
        if (typ.endsWith("+jwt") && !Kinds.isKnownType(typ)) {
            found.at(TYP, INFO, Masking.of(value), "This type of token is not known here");
        }
    }
}
