package dev.mintmark.app.settings;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The settings of {@code mintmark.oauth.*}: the service as an OAuth 2.0 and OpenID Connect issuer. */
public interface OAuthOptions {
    /** Whether discovery and the endpoints are served. */
    @WithDefault("true")
    boolean enabled();

    /** Users, clients, scopes and issuers, in YAML or JSON; without it the default path is used if it exists. */
    Optional<String> file();

    /** Origins beside that of {@code mintmark.issuer} under which clients reach the service. */
    Optional<List<String>> origins();

    /** Whether all origins share the canonical issuers, or each has issuers of its own. */
    @WithDefault("canonical")
    IssuerOrigin issuer();

    /** Hosts to which unregistered redirect URIs may lead without a click. */
    @WithDefault("loopback,*.localhost,*.svc,*.cluster.local")
    List<String> redirectHosts();

    /** Which claims of the user ID tokens carry. */
    @WithDefault("scopes")
    IdTokenClaims idTokenClaims();

    /** Whether {@code login_hint} signs a user in without a page. */
    @WithDefault("hint")
    Login login();

    /** Whose origin an issuer has. */
    enum IssuerOrigin {
        CANONICAL,
        ORIGIN
    }

    /** The claims of the user in ID tokens. */
    enum IdTokenClaims {
        /** Those of the granted scopes. */
        SCOPES,
        /** Those that the request names by the parameter {@code claims}. */
        REQUESTED
    }

    /** What a login hint does. */
    enum Login {
        /** Signs the user in. */
        HINT,
        /** Fills the field of the login page. */
        PAGE
    }
}
