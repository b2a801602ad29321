package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.TokenView;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.DisclosedClaims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.json.JsonForm;
import dev.mintmark.paste.PastedText;
import dev.mintmark.paste.TextKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The compact form of a token. */
final class FormRules {
    static final String WHOLE = "/token";

    private static final int RSA_2048_BYTES = 256;
    private static final int COOKIE_BYTES = 4_000;
    private static final int PROXY_BYTES = 8_000;
    private static final int SERVER_BYTES = 16_000;

    static final List<Rule> RULES = List.of(
            Rule.named("token-malformed", HIGH)
                    .title("Not a compact JWT")
                    .in(TOKEN)
                    .when("The text has not exactly 3 parts between dots (5 for an encrypted token), its header is"
                            + " empty"
                            + " or cannot be read, or a signed token has no payload")
                    .why("Parsers that split the text differently disagree about which part is signed, and an attacker"
                            + " can choose between them")
                    .fix("Send the compact form header.payload.signature, each part in base64url")
                    .see(
                            "RFC 7515 7.1",
                            "RFC 7519 7.2",
                            "draft-ietf-oauth-rfc8725bis 3.14",
                            "CVE-2025-27144",
                            "CWE-436")
                    .form(FormRules::malformed)
                    .rule(),
            Rule.named("token-json-serialization", HIGH)
                    .title("JSON serialization instead of a compact token")
                    .in(TOKEN)
                    .when("The first character that is not a space is {")
                    .why("A JWT is always compact: a text that is both JSON and compact can combine a forged payload"
                            + " with a"
                            + " valid signature")
                    .fix("Reject anything but the compact form before parsing")
                    .see("RFC 7519 1", "draft-ietf-oauth-rfc8725bis 2.13, 3.14", "CVE-2022-39227")
                    .form(FormRules::jsonSerialization)
                    .rule(),
            Rule.named("base64url-not-canonical", HIGH)
                    .title("A part is not canonical base64url")
                    .in(TOKEN)
                    .when("A part has a character outside A-Z a-z 0-9 - _, padding, an impossible length, or unused"
                            + " bits that are not zero")
                    .why("One signed token then has many encodings: deny lists that hash the token can be bypassed, and"
                            + " parsers disagree")
                    .fix("Encode as base64url without padding; decode strictly: encode again and compare")
                    .see(
                            "RFC 7515 2, 5.2",
                            "RFC 4648 3.5",
                            "draft-ietf-oauth-rfc8725bis 3.14",
                            "Wycheproof tcId 360-375",
                            "CWE-1289")
                    .form(FormRules::notCanonical)
                    .rule(),
            Rule.named("json-duplicate-member", HIGH)
                    .title("A member occurs twice")
                    .in(TOKEN)
                    .when("One object of the header or payload has a name twice, at any depth and after unescaping")
                    .why("Parsers differ in which of the two values they use, so one service checks a value"
                            + " that another does not see")
                    .fix("Write each name once, and reject duplicates when reading")
                    .see("RFC 7515 4", "RFC 7519 4", "RFC 8259 4", "RFC 7493 2.3", "CWE-436")
                    .form(FormRules::duplicates)
                    .rule(),
            Rule.named("json-not-strict", MEDIUM)
                    .title("Header or payload is not a strict JSON object")
                    .in(TOKEN)
                    .when("The bytes are not valid UTF-8, begin with a byte order mark, have comments, extra commas,"
                            + " NaN or text after the object, or are not an object")
                    .why("Lenient and strict parsers read different values")
                    .fix("Write plain RFC 8259 JSON in UTF-8 without a byte order mark")
                    .see("RFC 8259", "RFC 8725 2.6, 3.7", "RFC 7519 7.2")
                    .form(FormRules::notStrict)
                    .rule(),
            Rule.named("json-too-deep", MEDIUM)
                    .title("JSON that is expensive to read")
                    .in(TOKEN, SPEC)
                    .when("Objects and arrays are nested more than 20 deep, an object has more than 256 members, or a"
                            + " string more than 16,384 characters")
                    .why("Every verifier spends stack and memory on it before it knows the sender of the token")
                    .fix("Flatten the claims; replace large data by a reference")
                    .see("CVE-2025-53864", "RFC 7515 10.12", "CWE-674")
                    .form(FormRules::tooDeep)
                    .rule(),
            Rule.named("token-wrapped", LOW)
                    .title("Other text surrounds the token")
                    .in(TOKEN)
                    .when(
                            "A scheme such as Bearer, a cookie, a URL, JSON, quotes or other text surrounds the token, or line"
                                    + " breaks, spaces or invisible characters are in it")
                    .why(
                            "A verifier reads the whole text as the token: copied headers, quotes and line breaks are the most common"
                                    + " cause of \"invalid token\"")
                    .fix("Pass the token alone: header.payload.signature")
                    .see("RFC 6750 2.1")
                    .form(FormRules::wrapped)
                    .rule(),
            Rule.named("token-too-large", LOW, MEDIUM, HIGH)
                    .title("The token is too large for common limits")
                    .in(TOKEN, SPEC)
                    .when("More than 4,000 bytes (low: a cookie), 8,000 (medium: nginx, httpd, Tomcat, Jetty), or"
                            + " 16,000 (high: Node.js, AWS load balancers)")
                    .why("Servers reject the request with 400 or 431 before your code runs, usually in production only,"
                            + " behind the proxy")
                    .fix("Remove claims or look them up by id; sign with ES256 (86 characters) instead of RS256 (342)")
                    .see("RFC 6265 6.1", "RFC 6585 5")
                    .form(FormRules::tooLarge)
                    .rule());

    private FormRules() {}

    private static void malformed(TokenView token, Findings found) {
        Optional<TextKind> other = token.content().pasted().flatMap(PastedText::instead);
        if (other.isPresent()) {
            found.at(WHOLE, other.get().sentence());
            return;
        }
        token.form().ifPresent(form -> {
            if (form.dots() != 2 && form.dots() != 4) {
                found.at(
                        WHOLE,
                        form.dots() + " dots",
                        "The text has " + (form.dots() + 1) + " parts between dots; a signed token has 3, an encrypted"
                                + " one 5");
            }
            if (form.parts().get(0).text().isEmpty()) {
                found.at("/header", "The header is empty");
            } else if (!token.hasHeader()) {
                found.at("/header", "No header object can be read");
            }
            if (form.dots() == 2 && form.parts().get(1).text().isEmpty()) {
                found.at("/payload", "The payload is empty; a JWT has a JSON object there");
            }
            form.sdJwt().ifPresent(sdJwt -> disclosures(sdJwt, token, found));
        });
    }

    private static void disclosures(SdJwt sdJwt, TokenView token, Findings found) {
        try {
            DisclosedClaims.of(sdJwt, token.claims());
        } catch (MalformedTokenException e) {
            found.at(WHOLE, e.detail());
        }
    }

    private static void jsonSerialization(TokenView token, Findings found) {
        token.content()
                .pasted()
                .flatMap(PastedText::instead)
                .filter(kind -> kind == TextKind.JWS_JSON || kind == TextKind.JWE_JSON)
                .ifPresent(kind -> found.at(WHOLE, kind.sentence()));
    }

    private static void notCanonical(TokenView token, Findings found) {
        token.form().ifPresent(form -> {
            for (int i = 0; i < form.parts().size(); i++) {
                TokenForm.Part part = form.parts().get(i);
                if (!part.isCanonical()) {
                    String where = where(form, i);
                    found.at(
                            where,
                            "The " + where.substring(1) + " is not the canonical base64url encoding of its" + " bytes");
                }
            }
        });
    }

    private static String where(TokenForm form, int part) {
        if (part == 0) {
            return "/header";
        }
        if (form.isEncrypted() || form.dots() == 0) {
            return WHOLE;
        }
        return part == 1 ? "/payload" : part == 2 ? "/signature" : WHOLE;
    }

    private static void duplicates(TokenView token, Findings found) {
        duplicates("/header", token.content().headerForm(), found);
        duplicates("/payload", token.content().payloadForm(), found);
    }

    private static void duplicates(String pointer, Optional<JsonForm> form, Findings found) {
        form.ifPresent(json -> json.duplicates()
                .forEach(member ->
                        found.at(pointer + member, "The " + pointer.substring(1) + " has this member twice")));
    }

    private static void notStrict(TokenView token, Findings found) {
        notStrict("/header", token.content().headerForm(), found);
        boolean isNested = token.form()
                .flatMap(form -> form.bytes(1))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(PastedText::isToken)
                .isPresent();
        if (!isNested) {
            notStrict("/payload", token.content().payloadForm(), found);
        }
    }

    private static void notStrict(String pointer, Optional<JsonForm> form, Findings found) {
        form.ifPresent(json -> {
            String what =
                    json.flaws().stream().sorted().map(JsonForm.Flaw::words).collect(Collectors.joining(", "));
            if (what.isEmpty() && !(json.value().orElseThrow() instanceof ObjectNode)) {
                what = "is JSON, but not an object";
            }
            if (!what.isEmpty()) {
                found.at(pointer, "The " + pointer.substring(1) + " " + what);
            }
        });
    }

    private static void tooDeep(TokenView token, Findings found) {
        token.content().headerForm().ifPresent(json -> JsonLimits.look("/header", json.depth(), found));
        token.content().payloadForm().ifPresent(json -> JsonLimits.look("/payload", json.depth(), found));
        JsonLimits.look("/header", token.header(), found);
        JsonLimits.look("/payload", token.claims(), found);
    }

    private static void wrapped(TokenView token, Findings found) {
        token.content()
                .pasted()
                .filter(PastedText::isWrapped)
                .ifPresent(
                        text -> found.at(WHOLE, "The text is not only a token: it also has " + text.wrappingInWords()));
    }

    private static void tooLarge(TokenView token, Findings found) {
        int size = token.content().size().orElseGet(() -> estimate(token));
        if (size > COOKIE_BYTES) {
            Severity severity = size > SERVER_BYTES ? HIGH : size > PROXY_BYTES ? MEDIUM : LOW;
            String limit = size > SERVER_BYTES
                    ? "Node.js and AWS load balancers reject it"
                    : size > PROXY_BYTES ? "nginx, httpd, Tomcat and Jetty reject it" : "it does not fit a cookie";
            found.at(WHOLE, severity, size + " bytes", "The token has " + size + " bytes: " + limit + " by default");
        }
    }

    /** The size of the token once it is signed: base64url encodes three bytes as four characters. */
    private static int estimate(TokenView token) {
        int json =
                token.header().toString().length() + token.claims().toString().length();
        int signature = token.algorithm()
                .map(Algorithm::signatureBytes)
                .filter(bytes -> bytes > 0)
                .orElse(RSA_2048_BYTES);
        return (json + signature) * 4 / 3 + 2;
    }
}
