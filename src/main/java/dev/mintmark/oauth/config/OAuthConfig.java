package dev.mintmark.oauth.config;

import dev.mintmark.oauth.IssuerName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Users, clients, scopes and rules of issuers at one moment. Immutable.
 *
 * @param isBuiltIn whether no file was given
 */
public record OAuthConfig(
        Map<String, User> users,
        Map<String, Client> clients,
        Map<String, ScopeRule> scopes,
        Map<String, IssuerRule> issuers,
        boolean isBuiltIn) {
    private static final String ANY = "*";

    public OAuthConfig {
        users = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(users));
        clients = Map.copyOf(clients);
        scopes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
        issuers = Map.copyOf(issuers);
    }

    /** What holds without a file: alice, bob and carol, and every client. */
    public static OAuthConfig builtIn() {
        return new OAuthConfig(BuiltIn.users(), Map.of(), BuiltIn.scopes(), Map.of(), true);
    }

    /** The rule of an issuer: its own, that of {@code *}, or none. The root issuer's name is {@code /}. */
    public IssuerRule rule(IssuerName issuer) {
        IssuerRule any = issuers.getOrDefault(ANY, IssuerRule.NONE);
        return issuers.getOrDefault(issuer.isRoot() ? "/" : issuer.path(), any);
    }

    /** Those who can sign in at an issuer, in the order of the configuration. */
    public List<User> users(IssuerName issuer) {
        Optional<List<String>> names = rule(issuer).users();
        return users.values().stream()
                .filter(user -> names.isEmpty() || names.get().contains(user.name()))
                .toList();
    }

    /** The user of an issuer whom a hint names. */
    public Optional<User> findByHint(IssuerName issuer, String hint) {
        return users(issuer).stream().filter(user -> user.isNamedBy(hint)).findFirst();
    }

    /** Whether a user of this {@code sub} can sign in at an issuer. */
    public boolean hasUser(IssuerName issuer, String subject) {
        return users(issuer).stream().anyMatch(user -> user.subject().equals(subject));
    }

    /** The user of this {@code sub}, or one of whom nothing else is known. */
    public User bySubject(String subject) {
        return users.values().stream()
                .filter(user -> user.subject().equals(subject))
                .findFirst()
                .orElseGet(() -> User.unknown(subject));
    }

    /** The client of this id: a known one, an unknown one where the issuer accepts such, or none. */
    public Optional<Client> client(IssuerName issuer, String id) {
        return Optional.ofNullable(clients.get(id))
                .or(() -> rule(issuer).acceptsUnknownClients() ? Optional.of(Client.unknown(id)) : Optional.empty());
    }

    /** Names of the claims that these scopes give at the userinfo endpoint. */
    public Set<String> claimsOf(Collection<String> granted) {
        Set<String> names = new LinkedHashSet<>();
        granted.forEach(scope -> Optional.ofNullable(scopes.get(scope)).ifPresent(rule -> names.addAll(rule.claims())));
        return names;
    }

    /** Names of those claims that the configuration wants in ID tokens. */
    public Set<String> idTokenClaimsOf(Collection<String> granted) {
        Set<String> names = new LinkedHashSet<>();
        granted.forEach(scope -> Optional.ofNullable(scopes.get(scope))
                .filter(ScopeRule::isInIdToken)
                .ifPresent(rule -> names.addAll(rule.claims())));
        return names;
    }
}
