package dev.mintmark.oauth.gateway;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.Scopes;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.Expectations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a gateway requires of an access token. Each value must hold.
 *
 * @param scope values of the scope
 * @param audience values that {@code aud} must all have
 * @param roles names of roles
 * @param permissions names of permissions
 * @param wantsClaims whether the gateway forwards all claims
 */
public record AccessRequirements(
        List<String> scope, List<String> audience, List<String> roles, List<String> permissions, boolean wantsClaims) {
    private static final Set<String> NAMES = Set.of("scope", "audience", "role", "permission", "claims");
    private static final int MAX_LENGTH = 1024;

    public AccessRequirements {
        scope = List.copyOf(scope);
        audience = List.copyOf(audience);
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /**
     * Reads the parameters of the request; each may be given more than once. A name that is not known and a value that is
     * empty are errors, because ignoring a requirement would grant access.
     *
     * @throws OAuthException {@code insufficient_scope}
     */
    public static AccessRequirements parse(Parameters parameters) {
        if (!NAMES.containsAll(parameters.names())) {
            throw refused("The gateway sends a parameter other than scope, audience, role, permission and claims");
        }
        for (String name : parameters.names()) {
            if (!parameters.values(name).stream().allMatch(AccessRequirements::isValue)) {
                throw refused("The gateway sends a parameter with an empty or very long value");
            }
        }
        return new AccessRequirements(
                scope(parameters),
                parameters.values("audience"),
                parameters.values("role"),
                parameters.values("permission"),
                wantsClaims(parameters.values("claims")));
    }

    private static boolean isValue(String value) {
        return !value.isBlank() && value.length() <= MAX_LENGTH;
    }

    private static List<String> scope(Parameters parameters) {
        try {
            List<String> values = parameters.values("scope");
            return Scopes.parse(values.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", values)));
        } catch (OAuthException e) {
            throw refused(e.description());
        }
    }

    private static boolean wantsClaims(List<String> values) {
        if (values.isEmpty()) {
            return false;
        }
        if (values.size() > 1 || !Set.of("true", "false").contains(values.get(0))) {
            throw refused("The parameter claims is not true or false, given once");
        }
        return values.get(0).equals("true");
    }

    private static OAuthException refused(String description) {
        return new OAuthException(OAuthError.INSUFFICIENT_SCOPE, description);
    }

    Expectations expectations(OAuthIssuer issuer) {
        return new Expectations(
                issuer.accepted().stream().map(Issuer::new).toList(),
                audience,
                Optional.of(TokenType.ACCESS),
                Set.of(),
                Optional.empty(),
                scope,
                roles,
                Optional.empty(),
                permissions,
                List.of("exp"),
                Expectations.DEFAULT_LEEWAY,
                Optional.empty());
    }
}
