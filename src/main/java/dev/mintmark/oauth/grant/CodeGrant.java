package dev.mintmark.oauth.grant;

import dev.mintmark.drills.Faults;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Sha256;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.Resources;
import dev.mintmark.oauth.config.RequestRule;
import dev.mintmark.oauth.ticket.LoginEffects;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The authorization code grant (RFC 6749 section 4.1.3) with PKCE (RFC 7636). */
final class CodeGrant {
    private final AuthorizationCodes codes;
    private final TokenIssuer tokens;
    private final boolean isGuarded;

    /** @param isGuarded whether only users of the file can sign in */
    CodeGrant(AuthorizationCodes codes, TokenIssuer tokens, boolean isGuarded) {
        this.codes = codes;
        this.tokens = tokens;
        this.isGuarded = isGuarded;
    }

    /** Redeems a code after all other checks, so that a wrong client or verifier does not use it up. */
    TokenResponse grant(GrantRequest request) {
        Parameters parameters = request.parameters();
        AuthorizationCode code = codes.open(request.issuer().name(), parameters.require("code"))
                .orElseThrow(() -> invalid("The code is not one of this issuer, or has expired"));
        if (!code.clientId().equals(request.client().id())) {
            throw invalid("The code was issued to another client");
        }
        request.requireUser(code.subject(), isGuarded);
        checkVerifier(code, parameters.get("code_verifier"));
        checkRedirect(code, parameters.get("redirect_uri"));
        List<String> audience = audience(code, Resources.parse(parameters.all("resource")));
        commit(code.effects());
        if (!codes.redeem(code)) {
            throw invalid("The code was already used. All tokens that it gave have been revoked");
        }
        return tokens.issue(request, authorization(request, code, audience), true);
    }

    private static Authorization authorization(GrantRequest request, AuthorizationCode code, List<String> audience) {
        return new Authorization(
                request.issuer(),
                request.config(),
                request.client(),
                request.config().bySubject(code.subject()),
                code.scope(),
                audience,
                code.typed(),
                Optional.of(code.authTime()),
                code.nonce(),
                code.claims(),
                code.family(),
                code.effects(),
                RequestRule.NONE);
    }

    /** The error that the login was to end with. */
    private static void commit(LoginEffects effects) {
        Optional<String> error = effects.fault().flatMap(fault -> fault.errorAt(Faults.Endpoint.TOKEN));
        if (error.isPresent()) {
            throw new OAuthException(OAuthError.parse(error.get()), "A ticket or the file orders this error");
        }
    }

    private static void checkVerifier(AuthorizationCode code, Optional<String> verifier) {
        if (code.challenge().isEmpty()) {
            if (verifier.isPresent()) {
                throw invalid("The code_verifier does not belong to this code, which has no code_challenge");
            }
            return;
        }
        String presented = verifier.orElseThrow(() -> invalid("The code_verifier is missing"));
        byte[] hash = Sha256.of(presented.getBytes(StandardCharsets.UTF_8));
        boolean same = Sha256.areEqual(
                Base64Url.encode(hash).getBytes(StandardCharsets.US_ASCII),
                code.challenge().get().getBytes(StandardCharsets.US_ASCII));
        if (!presented.matches("[A-Za-z0-9._~-]{43,128}") || !same) {
            throw invalid("The code_verifier is wrong");
        }
    }

    /** With PKCE the redirect URI need not be repeated (OAuth 2.1). */
    private static void checkRedirect(AuthorizationCode code, Optional<String> redirectUri) {
        if (redirectUri.isEmpty() && code.challenge().isPresent()) {
            return;
        }
        String presented = redirectUri.orElseThrow(
                () -> new OAuthException(OAuthError.INVALID_GRANT, "The parameter redirect_uri is missing"));
        if (!presented.equals(code.redirectUri())) {
            throw invalid("The redirect_uri is not that of the authorization request");
        }
    }

    private static List<String> audience(AuthorizationCode code, List<String> asked) {
        if (asked.isEmpty()) {
            return code.resource();
        }
        if (!code.resource().isEmpty() && !code.resource().containsAll(asked)) {
            throw new OAuthException(
                    OAuthError.INVALID_TARGET, "The resource is not among those of the authorization request");
        }
        return asked;
    }

    private static OAuthException invalid(String description) {
        return new OAuthException(OAuthError.INVALID_GRANT, description);
    }
}
