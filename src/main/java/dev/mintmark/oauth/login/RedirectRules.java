package dev.mintmark.oauth.login;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.RedirectHosts;
import dev.mintmark.oauth.RedirectUris;
import dev.mintmark.oauth.config.Client;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which redirect URIs are followed. A registered one must match exactly, but for the port of a loopback address
 * (RFC 8252 section 7.3). An unregistered one must lead to an allowed host, or waits for a click.
 */
public final class RedirectRules {
    private static final Set<String> WEB = Set.of("http", "https");

    private final RedirectHosts hosts;
    private final boolean isGuarded;

    /** @param isGuarded whether a caller needs an API key to register a client */
    RedirectRules(RedirectHosts hosts, boolean isGuarded) {
        this.hosts = hosts;
        this.isGuarded = isGuarded;
    }

    /**
     * The target of an authorization request.
     *
     * @throws OAuthException {@code invalid_request} for a URI that is not followed at all
     */
    RedirectTarget admit(Client client, String redirectUri) {
        URI uri = RedirectUris.parse("redirect_uri", redirectUri);
        if (client.isKnown() && !client.redirectUris().isEmpty()) {
            if (client.redirectUris().stream().noneMatch(registered -> matches(registered, uri, redirectUri))) {
                throw new OAuthException(
                        OAuthError.INVALID_REQUEST, "The redirect_uri is not registered for the client");
            }
            return new RedirectTarget(redirectUri, place(uri), needsClick(client, uri));
        }
        return new RedirectTarget(redirectUri, place(uri), !isAllowed(uri));
    }

    /**
     * The target of a logout; empty if the client may not send the browser there.
     *
     * @throws OAuthException {@code invalid_request} for a URI that is not followed at all
     */
    Optional<RedirectTarget> admitLogout(Client client, String redirectUri) {
        URI uri = RedirectUris.parse("post_logout_redirect_uri", redirectUri);
        List<String> registered = client.postLogoutRedirectUris();
        boolean admitted = client.isKnown()
                ? registered.stream().anyMatch(each -> matches(each, uri, redirectUri))
                : isAllowed(uri);
        return admitted
                ? Optional.of(new RedirectTarget(redirectUri, place(uri), needsClick(client, uri)))
                : Optional.empty();
    }

    /** What any caller has registered is no more trusted than what is not registered. */
    private boolean needsClick(Client client, URI uri) {
        return client.registration().isPresent() && !isGuarded && !isAllowed(uri);
    }

    private boolean isAllowed(URI uri) {
        return uri.getHost() != null && WEB.contains(scheme(uri)) && hosts.allow(uri.getHost());
    }

    private static boolean matches(String registered, URI uri, String text) {
        if (registered.equals(text)) {
            return true;
        }
        if (uri.getHost() == null
                || !RedirectHosts.isLoopback(uri.getHost())
                || !scheme(uri).equals("http")) {
            return false;
        }
        return withoutPort(registered).equals(withoutPort(text));
    }

    private static String withoutPort(String uri) {
        return uri.replaceFirst("^(http://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]))(?::\\d{1,5})?(?=[/?]|$)", "$1");
    }

    /** The host, without which java.net.URI would have read an authority that browsers read differently. */
    private static String place(URI uri) {
        return uri.getHost() == null ? uri.getScheme() + ":" : uri.getHost();
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }
}
