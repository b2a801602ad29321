package dev.mintmark.oauth.grant;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.Resources;
import dev.mintmark.oauth.Scopes;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.User;
import java.util.List;
import java.util.Optional;

/** The resource owner password credentials grant (RFC 6749 section 4.3), for tests that have no browser. */
final class PasswordGrant {
    private final TokenIssuer tokens;
    private final OAuthOperations operations;
    private final boolean needsPassword;

    /** @param needsPassword whether a user without a password is refused */
    PasswordGrant(TokenIssuer tokens, OAuthOperations operations, boolean needsPassword) {
        this.tokens = tokens;
        this.operations = operations;
        this.needsPassword = needsPassword;
    }

    TokenResponse grant(GrantRequest request) {
        String name = request.parameters().require("username");
        String password = request.parameters().require("password");
        User user = find(request, name)
                .filter(known -> known.hasPassword(password))
                .filter(known -> !needsPassword || known.passwordSha256().isPresent())
                .orElseThrow(
                        () -> new OAuthException(OAuthError.INVALID_GRANT, "The username or the password is wrong"));
        List<String> scope = GrantRequest.admit(
                request.client(), Scopes.parse(request.parameters().get("scope")));
        List<String> audience = Resources.parse(request.parameters().all("resource"));
        return tokens.issue(request, request.authorization(user, scope, audience, Optional.of(operations.now())), true);
    }

    /** Without users in a file, every name is that of a user. */
    private static Optional<User> find(GrantRequest request, String name) {
        OAuthConfig config = request.config();
        Optional<User> known = config.findByHint(request.issuer().name(), name);
        return known.isPresent() || !config.isBuiltIn() ? known : Optional.of(User.unknown(name));
    }
}
