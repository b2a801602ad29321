package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rights;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.Strings;
import dev.mintmark.advice.text.Urls;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.kinds.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kind of the token, its rights, and its binding to the client. */
final class AuthorityRules {
    private static final long LONG_FOR_POWER = 900;
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern TOKEN_ENDPOINT = Pattern.compile("(?i)https?://[^?#]{0,2000}/(?:oauth2?/)?token/?");
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    static final List<Rule> RULES = List.of(
            Rule.named("token-kind-confusable", MEDIUM)
                    .title("The token could be accepted as another kind")
                    .in(TOKEN, SPEC)
                    .when("scope or client_id together with nonce, at_hash or c_hash; an access token whose audience is"
                            + " its own client; an ID token with scope")
                    .why("A verifier may accept an ID token as an access token, or the reverse")
                    .fix("Set an explicit typ (at+jwt), and use the claims of each kind in that kind only")
                    .see("RFC 8725 2.8, 3.12", "RFC 9068 2.1, 5", "RFC 9700 4.15")
                    .claims(AuthorityRules::confusable)
                    .rule(),
            Rule.named("refresh-reusable-as-access", HIGH)
                    .title("A refresh token that can be used as an access token")
                    .in(TOKEN, SPEC)
                    .when("A refresh token has a resource as audience, has no typ of its own, or contains scope or"
                            + " roles")
                    .why("A resource server accepts the long-lived token")
                    .fix("Use opaque refresh tokens; or set aud to the issuer and a typ of their own, omit"
                            + " rights, and rotate")
                    .see("RFC 9700 2.2.2, 4.14", "RFC 8725 3.12")
                    .claims(AuthorityRules::reusable)
                    .rule(),
            Rule.named("profile-violated", MEDIUM, HIGH)
                    .title("The claims violate the profile")
                    .in(TOKEN, SPEC)
                    .when("A claim or header parameter that the specification of the kind requires is missing, or"
                            + " one that it forbids is present (nonce in a logout token: high)")
                    .why("Verifiers of the profile reject the token, or accept it as another kind")
                    .fix("Send the claims that the profile requires")
                    .see(
                            "RFC 9068 2.2",
                            "OpenID Connect Core 2",
                            "RFC 9449 4.2",
                            "OpenID Connect Back-Channel Logout 2.4",
                            "RFC 8417 2.2")
                    .claims(ProfileRules::look)
                    .rule(),
            Rule.named("scope-wildcard", HIGH)
                    .title("All rights at once")
                    .in(TOKEN, SPEC)
                    .when("A scope, role, permission or group is *, or ends in :*, .* or /*")
                    .why("The bearer of the token may do everything")
                    .fix("List the rights that the task needs")
                    .see("RFC 9700 2.3", "CWE-250")
                    .claims((token, found) -> token.rights().stream()
                            .filter(Rights.Right::isWildcard)
                            .forEach(right ->
                                    found.at(right.where(), Masking.of(right.name()), "This right is a wildcard")))
                    .rule(),
            Rule.named("scope-admin", MEDIUM, HIGH)
                    .title("An administrator's token")
                    .in(TOKEN, SPEC)
                    .when("A scope, role, permission or group has a name such as administrator, root or owner, or"
                            + " admin"
                            + " is true; high when the lifetime is longer than 15 minutes")
                    .why("A thief of the token takes over the system")
                    .fix("Use a separate token for such tasks, after a fresh login, for a few minutes")
                    .see("RFC 9700 2.3", "RFC 9470", "CWE-269")
                    .claims(AuthorityRules::admin)
                    .rule(),
            Rule.named("cnf", LOW, HIGH)
                    .title("Not bound to a key, or bound incorrectly")
                    .in(TOKEN, SPEC)
                    .when("An access token for administrators or longer than 15 minutes without cnf (low); a cnf with a"
                            + " thumbprint of not 43 base64url characters, a private key, or several keys (high)")
                    .why("Anyone who has a bearer token can use it; an invalid binding has no effect")
                    .fix("Use DPoP or mutual TLS: cnf.jkt or cnf.x5t#S256, checked at each request")
                    .see("RFC 7800 3", "RFC 9449 6.1", "RFC 8705 3.1", "RFC 9700 2.2.1")
                    .claims(AuthorityRules::confirmation)
                    .rule(),
            Rule.named("client-assertion-audience", HIGH, INFO)
                    .title("A client assertion that other servers can use")
                    .in(TOKEN, SPEC)
                    .when("The audience is not one authorization server: it names several servers, or another one"
                            + " than expected (high); or it is the URL of a token endpoint (info)")
                    .why("A hostile server forwards it to the honest one and impersonates the client")
                    .fix(
                            "Where the server accepts it, set aud to its issuer identifier, as one value; OpenID Connect Core"
                                    + " allows its token endpoint as well")
                    .see("OpenID Connect Core 9", "draft-ietf-oauth-rfc7523bis", "CVE-2025-27370", "CVE-2025-27371")
                    .claims(AuthorityRules::assertionAudience)
                    .rule());

    private AuthorityRules() {}

    private static boolean isScoped(TokenView token) {
        return token.has("scope") || token.has("scp");
    }

    private static void confusable(TokenView token, Findings found) {
        if (isScoped(token) || token.has("client_id")) {
            OF_ID_TOKENS.stream()
                    .filter(token::has)
                    .findFirst()
                    .ifPresent(name -> found.at(
                            "/payload/" + name,
                            name + " belongs to ID tokens; scope and client_id belong to access" + " tokens"));
        }
        boolean ownAudience = token.has("client_id")
                && token.claims().path("aud").equals(token.claims().path("client_id"));
        if (token.is(TokenKind.ACCESS) && ownAudience) {
            found.at("/payload/aud", "The audience of an access token is its own client, as in an ID token");
        }
        if (token.is(TokenKind.ID) && isScoped(token)) {
            found.at(token.has("scope") ? "/payload/scope" : "/payload/scp", "An ID token contains scopes");
        }
    }

    private static void reusable(TokenView token, Findings found) {
        if (!token.is(TokenKind.REFRESH)) {
            return;
        }
        String typ = token.typ();
        if (typ.isEmpty() || typ.equals("jwt")) {
            found.at("/header/typ", "A refresh token does not have a typ of its own");
        }
        Strings.each("/payload", "aud", token.claims(), (where, audience) -> {
            boolean resource =
                    token.context().audience().filter(audience::equals).isPresent();
            boolean foreign = token.text("iss").filter(audience::equals).isEmpty()
                    && !TOKEN_ENDPOINT.matcher(audience).matches();
            if (resource || foreign) {
                found.at(where, Masking.of(audience), "The audience of a refresh token is not its issuer");
            }
        });
        Stream.of("scope", "scp", "roles", "permissions", "realm_access", "resource_access", "groups")
                .filter(token::has)
                .forEach(name -> found.at("/payload/" + name, "A refresh token contains readable rights"));
    }

    private static boolean isAdmin(TokenView token) {
        return Rights.hasAdminFlag(token.claims()) || token.rights().stream().anyMatch(Rights.Right::isAdmin);
    }

    private static void admin(TokenView token, Findings found) {
        Severity severity = token.life().orElse(0) > LONG_FOR_POWER ? HIGH : MEDIUM;
        token.rights().stream()
                .filter(Rights.Right::isAdmin)
                .forEach(right -> found.at(
                        right.where(), severity, Masking.of(right.name()), "This right is that of an administrator"));
        Rights.ADMIN_FLAGS.stream()
                .filter(flag -> token.claims().path(flag).asBoolean())
                .forEach(flag -> found.at("/payload/" + flag, severity, "true", "This claim denotes an administrator"));
    }

    private static void confirmation(TokenView token, Findings found) {
        JsonNode cnf = token.claims().get("cnf");
        if (cnf == null) {
            boolean worthwhile = token.life().orElse(0) > LONG_FOR_POWER || isAdmin(token);
            if (token.is(TokenKind.ACCESS) && worthwhile) {
                found.at("/payload/cnf", LOW, "The token is not bound to a key of its client");
            }
            return;
        }
        String flaw = confirmationFlaw(cnf);
        if (!flaw.isEmpty()) {
            found.at("/payload/cnf", HIGH, flaw);
        }
    }

    private static String confirmationFlaw(JsonNode cnf) {
        if (!cnf.isObject()) {
            return "cnf is not an object";
        }
        for (String name : List.of("jkt", "x5t#S256")) {
            if (cnf.has(name) && !THUMBPRINT.matcher(cnf.path(name).asText()).matches()) {
                return "cnf." + name + " is not a SHA-256 thumbprint of 43 characters";
            }
        }
        boolean disclosed = cnf.path("jwk") instanceof ObjectNode jwk
                && !UnverifiedJwk.of(jwk).privateMembers().isEmpty();
        if (disclosed) {
            return "cnf.jwk has private members";
        }
        long keys = Stream.of("jwk", "jwe", "jkt", "x5t#S256", "jku")
                .filter(cnf::has)
                .count();
        return keys > 1 ? "cnf names more than one key" : "";
    }

    private static void assertionAudience(TokenView token, Findings found) {
        if (!token.is(TokenKind.CLIENT_ASSERTION) || token.lacks("aud")) {
            return;
        }
        List<String> audiences = new ArrayList<>();
        Strings.each("/payload", "aud", token.claims(), (where, text) -> audiences.add(text));
        boolean other = token.context()
                .audience()
                .filter(expected -> !audiences.contains(expected))
                .isPresent();
        String observed = Masking.of(token.claims().path("aud"));
        if (other || audiences.stream().map(AuthorityRules::origin).distinct().count() > 1) {
            found.at("/payload/aud", HIGH, observed, "The audience is not one authorization server");
        } else if (audiences.stream()
                .anyMatch(name -> TOKEN_ENDPOINT.matcher(name).matches())) {
            found.at("/payload/aud", INFO, observed, "The audience is the token endpoint, not the issuer identifier");
        }
    }

    private static String origin(String audience) {
        return Urls.parse(audience)
                .filter(url -> !Urls.host(url).isEmpty())
                .map(url -> url.getScheme() + "://" + Urls.host(url) + ":" + url.getPort())
                .orElse(audience);
    }
}
