package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.PersonalData;
import dev.mintmark.advice.text.Strings;
import dev.mintmark.kinds.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Issuer, subject, audience and id of the token. */
final class IdentityRules {
    private static final String ISS = "/payload/iss";
    private static final String AUD = "/payload/aud";
    private static final String SUB = "/payload/sub";
    private static final String JTI = "/payload/jti";
    private static final Set<String> ANYBODY = Set.of("*", "any", "all", "everyone", "public", "http://*", "https://*");
    private static final int MAX_SUBJECT = 255;
    private static final int MIN_ID = 16;
    private static final int MANY_AUDIENCES = 3;

    static final List<Rule> RULES = List.of(
            Rule.named("iss-missing", HIGH, MEDIUM, LOW)
                    .title("The token does not name its issuer")
                    .in(TOKEN, SPEC)
                    .when("There is no iss, and the kind of token needs one: high for access, ID and logout tokens,"
                            + " client assertions and grants, medium for a token of no particular kind")
                    .why("Keys cannot be bound to an issuer: a key of any trusted issuer is accepted")
                    .fix("Set iss to the issuer's https URL, and compare it exactly in verifiers")
                    .see("RFC 7519 4.1.1", "RFC 8725 3.8", "RFC 9068 2.2")
                    .claims((token, found) -> {
                        if (token.lacks("iss")) {
                            token.absence("iss").ifPresent(severity -> found.at(ISS, severity, "There is no iss"));
                        }
                    })
                    .rule(),
            Rule.named("iss-invalid", HIGH, LOW)
                    .title("The issuer is not an exact https identifier")
                    .in(TOKEN, SPEC)
                    .when("iss is not a string; or in access and ID tokens: not https, with query, fragment, user"
                            + " info or"
                            + " spaces (high); plain http on a local host or in a cluster, a trailing slash, upper-case"
                            + " host or IP address (low)")
                    .why("A comparison by prefix or by type accepts other issuers, and metadata is fetched from the"
                            + " wrong place")
                    .fix("Use an https URL without query and fragment, identical everywhere")
                    .see("RFC 8414 2", "RFC 9068 2.2", "CVE-2025-30144", "CWE-346")
                    .claims(IssuerRules::look)
                    .rule(),
            Rule.named("aud-missing", HIGH, LOW)
                    .title("The token does not name its audience")
                    .in(TOKEN, SPEC)
                    .when(
                            "There is no aud, and the kind of token needs one: high for access and ID tokens,"
                                    + " assertions and tokens of no particular kind, low for security events and request objects")
                    .why("Every service that trusts the issuer accepts the token, so a leak at one service affects all")
                    .fix("Set aud to the service that the token is for (\"audience\": \"https://api.example.com\")")
                    .see("RFC 7519 4.1.3", "RFC 8725 3.9", "RFC 9068 2.2")
                    .claims((token, found) -> {
                        if (token.lacks("aud")) {
                            token.absence("aud").ifPresent(severity -> found.at(AUD, severity, "There is no aud"));
                        }
                    })
                    .rule(),
            Rule.named("aud-invalid", HIGH)
                    .title("The audience is not a name")
                    .in(TOKEN, SPEC)
                    .when("aud is neither a non-empty string nor a non-empty list of distinct non-empty strings")
                    .why("Its meaning depends on the verifier")
                    .fix("Use a string or a list of strings")
                    .see("RFC 7519 4.1.3")
                    .claims(IdentityRules::audienceInvalid)
                    .rule(),
            Rule.named("aud-wildcard", CRITICAL)
                    .title("The audience is a wildcard")
                    .in(TOKEN, SPEC)
                    .when("An audience is *, any, all, everyone, public, or contains * or %")
                    .why("The audience check has no effect")
                    .fix("Name the service that the token is for")
                    .see("RFC 8725 2.7, 3.9", "RFC 9700 2.3")
                    .claims((token, found) -> Strings.each("/payload", "aud", token.claims(), (where, text) -> {
                        boolean anybody = ANYBODY.contains(text.strip().toLowerCase(Locale.ROOT));
                        if (anybody || text.indexOf('*') >= 0 || text.indexOf('%') >= 0) {
                            found.at(where, Masking.of(text), "This audience is a wildcard");
                        }
                    }))
                    .rule(),
            Rule.named("aud-multiple", MEDIUM, HIGH)
                    .title("The token is for several services")
                    .in(TOKEN, SPEC)
                    .when("There is more than one audience apart from the issuer itself and its userinfo endpoint"
                            + " (in an ID token: and no azp); high for more than 3")
                    .why("Each service can use the token at the others, and it is unclear which service the scopes"
                            + " are for")
                    .fix("Use one token for each service; request it with the resource parameter of RFC 8707")
                    .see("RFC 9068 3, 5", "RFC 9700 2.3, 4.10.2", "RFC 8707", "OpenID Connect Core 3.1.3.7")
                    .claims(IdentityRules::audienceMultiple)
                    .rule(),
            Rule.named("sub-missing", HIGH, MEDIUM)
                    .title("The token has no subject")
                    .in(TOKEN, SPEC)
                    .when("There is no sub, and the kind of token needs one (high for access and ID tokens,"
                            + " otherwise medium); or it is not a string, or longer than 255 characters (high)")
                    .why("There is no identity to authorise or to log")
                    .fix("Set sub to a stable, opaque id of the user or client")
                    .see("RFC 7519 4.1.2", "RFC 9068 2.2", "OpenID Connect Core 2")
                    .claims(IdentityRules::subject)
                    .rule(),
            Rule.named("sub-pii", LOW)
                    .title("The subject is personal data")
                    .in(TOKEN, SPEC)
                    .when("sub is an e-mail address, a phone number or a national id, or the same as email or"
                            + " preferred_username")
                    .why("Addresses are reassigned, and the next owner takes over the account; and every service can"
                            + " correlate the person")
                    .fix("Use an opaque id, pairwise where possible")
                    .see("OpenID Connect Core 5.7, 8", "RFC 9068 6", "CWE-359")
                    .claims(IdentityRules::personalSubject)
                    .rule(),
            Rule.named("jti-missing", MEDIUM, HIGH, LOW)
                    .title("The token has no id")
                    .in(TOKEN, SPEC)
                    .when("There is no jti, and the kind of token needs one: high for DPoP proofs and client"
                            + " assertions, medium for access tokens, otherwise low")
                    .why("The token cannot be revoked by its id, and a second use cannot be detected")
                    .fix("Use a random jti of 128 bits, for example a UUID: uuidgen")
                    .see("RFC 7519 4.1.7", "RFC 9068 2.2", "RFC 9449 4.2", "CWE-294")
                    .claims((token, found) -> {
                        if (token.lacks("jti")) {
                            token.absence("jti").ifPresent(severity -> found.at(JTI, severity, "There is no jti"));
                        }
                    })
                    .rule(),
            Rule.named("jti-weak", LOW)
                    .title("The id of the token is weak")
                    .in(TOKEN, SPEC)
                    .when("jti is shorter than 16 characters, only digits, or the same as sub or iat")
                    .why("With ids that collide or can be guessed, the wrong token is revoked, or none")
                    .fix("Use a UUID of version 4 or 16 random bytes: openssl rand -hex 16")
                    .see("RFC 7519 4.1.7")
                    .claims(IdentityRules::weakId)
                    .rule(),
            Rule.named("revocation-impossible", INFO)
                    .title("The token cannot be revoked")
                    .in(TOKEN, SPEC)
                    .when("The lifetime is longer than an hour, and there is no jti, status or sid")
                    .why("A deny list needs an id. A hash of the token is not a substitute: an ECDSA"
                            + " signature has a second valid form")
                    .fix("Add a jti and deny by issuer and jti, or use a status list or introspection")
                    .see("OWASP JSON Web Token Cheat Sheet", "RFC 7009", "RFC 7662")
                    .claims((token, found) -> {
                        boolean longLived = token.life().orElse(0) > 3_600;
                        if (longLived && token.lacks("jti") && token.lacks("status") && token.lacks("sid")) {
                            found.at(JTI, "A token with this lifetime needs an id for revocation");
                        }
                    })
                    .rule());

    private IdentityRules() {}

    private static void audienceInvalid(TokenView token, Findings found) {
        JsonNode audience = token.claims().get("aud");
        if (audience == null) {
            return;
        }
        boolean sound = audience.isTextual() ? !audience.asText().isEmpty() : audience.isArray() && !audience.isEmpty();
        Set<String> names = new HashSet<>();
        if (audience.isArray()) {
            for (JsonNode name : audience) {
                sound = sound && name.isTextual() && !name.asText().isEmpty() && names.add(name.asText());
            }
        }
        if (!sound) {
            found.at(AUD, Masking.of(audience), "aud is neither a name nor a list of distinct names");
        }
    }

    private static void audienceMultiple(TokenView token, Findings found) {
        List<String> names = new ArrayList<>();
        Strings.each("/payload", "aud", token.claims(), (where, text) -> names.add(text));
        names.removeIf(name -> isOfTheIssuer(name, token));
        int audiences = names.size();
        boolean authorized = token.is(TokenKind.ID) && token.has("azp");
        if (audiences > MANY_AUDIENCES || (audiences > 1 && !authorized)) {
            found.at(
                    AUD,
                    audiences > MANY_AUDIENCES ? HIGH : MEDIUM,
                    audiences + " audiences",
                    "The token is for " + audiences + " audiences");
        }
    }

    /** The issuer itself: its userinfo endpoint, or its own name for itself. */
    private static boolean isOfTheIssuer(String audience, TokenView token) {
        String issuer = token.text("iss").orElse("");
        String origin = issuer.endsWith("/") ? issuer : issuer + "/";
        return token.scope().ownAudiences().contains(audience)
                || (issuer.startsWith("https://")
                        && (audience.equals(issuer)
                                || (audience.startsWith(origin) && audience.endsWith("/userinfo"))));
    }

    private static void subject(TokenView token, Findings found) {
        JsonNode subject = token.claims().get("sub");
        if (subject == null || (subject.isTextual() && subject.asText().isEmpty())) {
            token.absence("sub").ifPresent(severity -> found.at(SUB, severity, "There is no sub, or it is empty"));
            return;
        }
        if (!subject.isTextual()) {
            found.at(SUB, HIGH, Masking.of(subject), "sub is not a string");
        } else if (subject.asText().length() > MAX_SUBJECT) {
            found.at(SUB, HIGH, subject.asText().length() + " characters", "sub is longer than 255 characters");
        }
    }

    private static void personalSubject(TokenView token, Findings found) {
        String subject = token.text("sub").orElse("");
        boolean same = token.text("email").filter(subject::equals).isPresent()
                || token.text("preferred_username").filter(subject::equals).isPresent();
        if (!subject.isEmpty()
                && (same || PersonalData.isContact(subject) || PersonalData.isSocialSecurityNumber(subject))) {
            found.at(SUB, Masking.masked(subject), "sub is an address or another identifier of the person");
        }
    }

    private static void weakId(TokenView token, Findings found) {
        JsonNode id = token.claims().path("jti");
        if (!token.has("jti")) {
            return;
        }
        String text = id.asText();
        boolean copied = id.equals(token.claims().path("sub"))
                || text.equals(token.claims().path("iat").asText());
        if (text.length() < MIN_ID || copied || Strings.isDigits(text)) {
            found.at(JTI, Masking.of(id), "jti is short, only digits, or a copy of another claim");
        }
    }
}
