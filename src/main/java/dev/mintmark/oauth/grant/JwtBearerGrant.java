package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Claims;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.Scopes;
import java.util.Optional;

/**
 * The JWT bearer grant (RFC 7523 section 2.1): an assertion of this service, or one that the client signs with a key of its
 * {@code jwks}, gives an access token for its subject. An assertion may be used until it expires.
 */
final class JwtBearerGrant {
    static final String TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final SubjectTokens subjects;
    private final TokenIssuer tokens;

    JwtBearerGrant(SubjectTokens subjects, TokenIssuer tokens) {
        this.subjects = subjects;
        this.tokens = tokens;
    }

    TokenResponse grant(GrantRequest request) {
        String assertion = request.parameters().require("assertion");
        Optional<Claims> ours = subjects.ourAssertion(request.issuer(), assertion);
        Claims claims = ours.or(() -> subjects.assertionOf(request.client(), request.issuer(), assertion))
                .orElseThrow(() -> new OAuthException(
                        OAuthError.INVALID_GRANT,
                        "The assertion is not valid: it needs sub, exp, aud with this issuer or its token endpoint, and a"
                                + " signature of this service or of a key of the client, which is then its iss"));
        // A client says who its subject is, but not what the subject may do.
        ObjectNode carried = ours.map(SubjectTokens::carriedOver).orElseGet(Authorization::nothingTyped);
        return tokens.issue(
                request,
                request.authorization(
                                request.config().bySubject(claims.text("sub").orElse("")),
                                GrantRequest.admit(
                                        request.client(),
                                        Scopes.parse(request.parameters().get("scope"))),
                                request.audience(),
                                Optional.empty())
                        .withTyped(carried),
                false);
    }
}
