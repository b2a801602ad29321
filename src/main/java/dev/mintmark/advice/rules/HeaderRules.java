package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.JWK;
import static dev.mintmark.advice.SubjectType.JWKS;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.Urls;
import dev.mintmark.jose.JoseHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The header parameters other than alg. */
final class HeaderRules {
    /** Types of tokens that contain the key whose possession they prove. */
    private static final Set<String> KEY_PROOFS = Set.of("wpt+jwt");

    static final List<Rule> RULES = List.of(
            Rule.named("hdr-jwk-embedded", HIGH, CRITICAL)
                    .title("The token contains its own key")
                    .in(TOKEN, SPEC)
                    .when("The header has jwk, and the token is not a proof of possession (DPoP, OpenID4VCI);"
                            + " critical when the key is private or a secret")
                    .why("A verifier that takes the key from the token accepts tokens that anyone signed with a key"
                            + " of their own")
                    .fix("Remove jwk; publish the key in the JWKS and send its kid")
                    .see("RFC 7515 4.1.3", "RFC 9449 4.2", "CVE-2018-0114", "CVE-2026-27962", "CWE-347")
                    .header(HeaderRules::jwk)
                    .rule(),
            Rule.named("hdr-key-url", HIGH, CRITICAL)
                    .title("The token names a URL to fetch keys from")
                    .in(TOKEN, SPEC)
                    .when("The header has jku or x5u; critical when it is not https, has user info, a fragment, an IP"
                            + " address or a port other than 443, names a private host, or is not on the"
                            + " issuer's host")
                    .why("A verifier that follows it fetches keys from a URL of the attacker's choice, possibly"
                            + " inside your"
                            + " network")
                    .fix("Remove it; verifiers use the configured jwks_uri only, and do not follow redirects")
                    .see("RFC 7515 4.1.2, 4.1.5", "RFC 8725 3.10", "draft-ietf-oauth-rfc8725bis 3.10", "CWE-918")
                    .header(HeaderRules::keyUrl)
                    .rule(),
            Rule.named("hdr-x5c-x5t", MEDIUM, HIGH, LOW)
                    .title("A certificate in the header")
                    .in(TOKEN, SPEC)
                    .when("x5c is present (high: not base64 of DER, another key than the verifying one, expired,"
                            + " self-issued, over 10 certificates); x5t without x5t#S256 (low)")
                    .why("A chain in the token proves nothing until it is anchored to an authority that you"
                            + " trust; x5t is SHA-1")
                    .fix("Anchor the chain to a configured authority, or remove it; use x5t#S256")
                    .see("RFC 7515 4.1.6-4.1.8", "OWASP JSON Web Token Cheat Sheet", "CWE-295")
                    .header(CertificateChecks::header)
                    .rule(),
            Rule.named("hdr-kid-injection", HIGH, MEDIUM)
                    .title("A kid that may be an injection")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("kid is not a string, longer than 128 characters, or contains a path, a URL (medium), SQL,"
                            + " shell or LDAP syntax, or control characters")
                    .why("Careless verifiers use the kid in file names, queries and commands")
                    .fix("Use an opaque id of letters, digits, . _ ~ - and look it up in a map")
                    .see("RFC 7515 4.1.4", "RFC 8725 3.10", "CWE-22", "CWE-89", "CWE-78", "CWE-90")
                    .header((token, found) ->
                            KeyIdRules.look("/header/kid", token.header().get("kid"), found))
                    .key((key, found) -> {
                        if (key.jwk().has("kid")) {
                            KeyIdRules.look(key.at("kid"), key.jwk().member("kid"), found);
                        }
                    })
                    .rule(),
            Rule.named("hdr-kid-empty", LOW)
                    .title("The kid is empty")
                    .in(TOKEN, SPEC, JWK, JWKS)
                    .when("kid is the empty string")
                    .why("It names no key, so that verifiers try keys in turn; some take it for a key without a name")
                    .fix("Send the kid of the key, or leave kid out where there is only one key")
                    .see("RFC 7515 4.1.4", "RFC 7517 4.5")
                    .header((token, found) ->
                            KeyIdRules.empty("/header/kid", token.header().path("kid"), found))
                    .key((key, found) ->
                            KeyIdRules.empty(key.at("kid"), key.jwk().member("kid"), found))
                    .rule(),
            Rule.named("hdr-kid-missing", LOW, MEDIUM, HIGH)
                    .title("The header does not name the signing key")
                    .in(TOKEN, SPEC)
                    .when(
                            "The algorithm is asymmetric, and neither kid nor another header parameter names the key;"
                                    + " medium when the given key set has several keys, or where the kind of token requires kid")
                    .why("Verifiers have to try every key, and key rotation breaks")
                    .fix("Send the kid of the key in the JWKS, for example its RFC 7638 thumbprint")
                    .see("RFC 7515 4.1.4", "OpenID Connect Core 10.1")
                    .header(KeyIdRules::missing)
                    .rule(),
            Rule.named("hdr-kid-unknown", HIGH)
                    .title("No key with this kid")
                    .in(TOKEN)
                    .when("The kid is not in the given key set")
                    .why("The key was rotated, the token is from another environment, or it is forged")
                    .fix("Publish a key before it signs, and keep it until its last token has expired")
                    .see("RFC 7517 4.5", "RFC 7515 4.1.4")
                    .header(HeaderRules::kidUnknown)
                    .rule(),
            Rule.named("hdr-crit", HIGH)
                    .title("Extensions that every verifier must understand")
                    .in(TOKEN, SPEC)
                    .when("crit is present: it is not a list of distinct names, names an absent parameter or one"
                            + " that the RFCs define, or"
                            + " names an extension that is not supported here")
                    .why("A verifier that does not know the extension must reject the token; several libraries"
                            + " ignored crit")
                    .fix("Remove crit unless every verifier implements the extension")
                    .see("RFC 7515 4.1.11", "CVE-2025-59420", "CVE-2026-32597", "CVE-2026-35042", "CWE-345")
                    .header(HeaderRules::crit)
                    .rule(),
            Rule.named("hdr-b64", HIGH, LOW)
                    .title("Unencoded payload option")
                    .in(TOKEN, SPEC)
                    .when("The header has b64 (false, or not listed in crit: high; true: low)")
                    .why("JWTs must not use it: verifiers that ignore it and verifiers that apply it check different"
                            + " bytes")
                    .fix("Remove b64")
                    .see("RFC 7797 6, 7", "RFC 8725 3.1")
                    .header(HeaderRules::b64)
                    .rule(),
            Rule.named("hdr-typ-missing", MEDIUM, LOW)
                    .title("The token does not name its type")
                    .in(TOKEN, SPEC)
                    .when("typ is absent, and the kind of token has one: medium for access tokens, DPoP proofs,"
                            + " logout tokens and security events, otherwise low")
                    .why("One kind of token can be used as another")
                    .fix("Set typ: at+jwt for access tokens, dpop+jwt, logout+jwt, secevent+jwt")
                    .see("RFC 9068 2.1", "RFC 8725 3.11", "draft-ietf-oauth-rfc8725bis 3.11")
                    .header(HeaderRules::typMissing)
                    .rule(),
            Rule.named("hdr-typ-mismatch", MEDIUM, HIGH, LOW, INFO)
                    .title("typ and content do not match")
                    .in(TOKEN, SPEC)
                    .when("at+jwt with nonce, at_hash or c_hash (medium); typ JWT on a complete RFC 9068 access"
                            + " token (low);"
                            + " an unknown +jwt type (info); typ is not a string (high)")
                    .why("A verifier for another kind of token may accept it")
                    .fix("Use one typ for each kind, and compare it in verifiers: \"typ\": \"at+jwt\" for access"
                            + " tokens")
                    .see("RFC 8725 3.12", "RFC 9068 4", "draft-ietf-oauth-rfc8725bis 3.11")
                    .header(TypeRules::mismatch)
                    .rule(),
            Rule.named("hdr-nested", MEDIUM, HIGH)
                    .title("Nesting and cty do not match")
                    .in(TOKEN, SPEC)
                    .when("cty is JWT and the payload is a plain claims object; the payload is a token and cty is not"
                            + " JWT; more than two layers (high)")
                    .why("The inner token is not checked, or unpacking does not end")
                    .fix("Set cty to exactly JWT on the outer layer of a nested token, and nowhere else; sign,"
                            + " then encrypt")
                    .see("RFC 7519 5.2, 11.2", "RFC 8725 3.3")
                    .header(NestingRules::look)
                    .rule(),
            Rule.named("hdr-claim-replica", MEDIUM)
                    .title("A claim in the header that differs from the payload")
                    .in(TOKEN)
                    .when("iss, sub or aud is also in the header, and differs from the payload")
                    .why("A router that uses the copy and a verifier that checks the claim disagree")
                    .fix("Copy the claim exactly, or leave it out of the header")
                    .see("RFC 7519 5.3")
                    .claims(HeaderRules::replica)
                    .rule());

    private HeaderRules() {}

    private static void jwk(TokenView token, Findings found) {
        JsonNode jwk = token.header().path("jwk");
        if (jwk.isMissingNode()) {
            return;
        }
        boolean disclosed = jwk.path("kty").asText().equals("oct")
                || Stream.of("d", "k", "priv", "p", "q").anyMatch(jwk::has);
        if (disclosed) {
            found.at("/header/jwk", CRITICAL, "The header contains a private key or a secret");
            return;
        }
        if (!KEY_PROOFS.contains(token.typ())) {
            found.at("/header/jwk", "The header contains the key to verify the token with");
        }
    }

    private static void keyUrl(TokenView token, Findings found) {
        for (String name : List.of("jku", "x5u")) {
            JsonNode url = token.header().path(name);
            if (url.isMissingNode()) {
                continue;
            }
            String danger = Urls.dangerOfFetching(url.asText(), token.text("iss"));
            if (danger.isEmpty()) {
                found.at("/header/" + name, Masking.of(url), "The header names a URL of keys");
                continue;
            }
            found.at("/header/" + name, CRITICAL, Masking.of(url), "The header names a URL of keys, and it " + danger);
        }
    }

    private static void kidUnknown(TokenView token, Findings found) {
        JsonNode kid = token.header().path("kid");
        boolean named = token.keys().stream().anyMatch(key -> key.keyId().isPresent());
        if (kid.isTextual()
                && named
                && token.keys().stream()
                        .noneMatch(
                                key -> key.keyId().filter(kid.asText()::equals).isPresent())) {
            found.at("/header/kid", Masking.of(kid), "None of the given keys has this kid");
        }
    }

    private static void crit(TokenView token, Findings found) {
        JsonNode crit = token.header().path("crit");
        if (crit.isMissingNode()) {
            return;
        }
        Set<String> names = new HashSet<>();
        boolean sound = crit.isArray() && !crit.isEmpty();
        for (JsonNode name : crit) {
            sound = sound && name.isTextual() && names.add(name.asText());
        }
        if (!sound) {
            found.at("/header/crit", "crit must be a non-empty list of distinct names");
            return;
        }
        for (String name : names) {
            String what = !token.header().has(name)
                    ? "is not in the header"
                    : JoseHeader.isDefined(name)
                            ? "is defined by the RFCs and must not be listed"
                            : "is not supported here";
            found.at("/header/crit", Masking.of(name), "The extension that crit names " + what);
        }
    }

    private static void b64(TokenView token, Findings found) {
        JsonNode b64 = token.header().path("b64");
        if (b64.isMissingNode()) {
            return;
        }
        boolean listed = false;
        for (JsonNode name : token.header().path("crit")) {
            listed = listed || name.asText().equals("b64");
        }
        boolean harmless = listed && b64.isBoolean() && b64.asBoolean();
        found.at(
                "/header/b64",
                harmless ? LOW : HIGH,
                Masking.of(b64),
                harmless ? "b64 is true, which is the default" : "b64 is false, or not listed in crit");
    }

    private static void typMissing(TokenView token, Findings found) {
        if (!token.header().hasNonNull("typ")) {
            token.absence("typ")
                    .ifPresent(severity -> found.at(
                            "/header/typ",
                            severity,
                            "There is no typ, and the token looks like kind "
                                    + token.inference().kind().wireName()));
        }
    }

    private static void replica(TokenView token, Findings found) {
        for (String name : List.of("iss", "sub", "aud")) {
            JsonNode copy = token.header().path(name);
            if (!copy.isMissingNode() && !copy.equals(token.claims().path(name))) {
                found.at("/header/" + name, Masking.of(copy), "The " + name + " in the header differs from the claim");
            }
        }
    }
}
