package dev.mintmark.app.oauth;

import dev.mintmark.app.settings.MintmarkSettings;
import dev.mintmark.app.settings.OAuthOptions;
import dev.mintmark.app.settings.RootIssuer;
import dev.mintmark.assembly.OAuthServices;
import dev.mintmark.assembly.Ports;
import dev.mintmark.assembly.ServiceSettings;
import dev.mintmark.assembly.Services;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.RedirectHosts;
import dev.mintmark.oauth.client.ClientRegistration;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.oauth.gateway.ForwardAuth;
import dev.mintmark.oauth.grant.TokenEndpoint;
import dev.mintmark.oauth.login.AuthorizationEndpoint;
import dev.mintmark.oauth.login.LogoutEndpoint;
import dev.mintmark.oauth.login.TicketSessions;
import dev.mintmark.oauth.metadata.ProviderMetadata;
import dev.mintmark.oauth.ticket.Tickets;
import dev.mintmark.oauth.token.Introspection;
import dev.mintmark.oauth.token.TokenRevocation;
import dev.mintmark.oauth.token.UserInfo;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Produces OAuth from the settings. */
@Dependent
public final class OAuthProducers {
    private final MintmarkSettings settings;

    OAuthProducers(MintmarkSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    OAuthSettings oauthSettings(RootIssuer issuer) {
        OAuthOptions oauth = settings.oauth();
        return new OAuthSettings(
                oauth.enabled(),
                issuer.value(),
                oauth.origins().orElse(List.of()),
                oauth.issuer() == OAuthOptions.IssuerOrigin.ORIGIN,
                new RedirectHosts(oauth.redirectHosts()),
                oauth.idTokenClaims() == OAuthOptions.IdTokenClaims.SCOPES,
                oauth.login() == OAuthOptions.Login.HINT,
                settings.guard().apiKeysFile().isPresent(),
                settings.drills()
                        .enabled()
                        .orElse(settings.guard().apiKeysFile().isEmpty()));
    }

    @Produces
    @Singleton
    OAuthFile oauthFile() {
        return OAuthFile.load(settings.oauth().file());
    }

    @Produces
    @Singleton
    OAuthConfigs oauthConfigs(OAuthFile file) {
        return file.configs();
    }

    @Produces
    @Singleton
    OAuthServices oauthServices(
            OAuthSettings oauth, OAuthConfigs configs, Services services, ServiceSettings service, Ports ports) {
        return OAuthServices.of(oauth, configs, services, service, ports);
    }

    @Produces
    @Singleton
    OAuthIssuers oauthIssuers(OAuthServices oauth) {
        return oauth.issuers();
    }

    @Produces
    @Singleton
    TokenEndpoint tokenEndpoint(OAuthServices oauth) {
        return oauth.tokens();
    }

    @Produces
    @Singleton
    ClientRegistration clientRegistration(OAuthServices oauth) {
        return oauth.registration();
    }

    @Produces
    @Singleton
    ProviderMetadata providerMetadata(OAuthServices oauth) {
        return oauth.metadata();
    }

    @Produces
    @Singleton
    UserInfo userInfo(OAuthServices oauth) {
        return oauth.userInfo();
    }

    @Produces
    @Singleton
    Introspection introspection(OAuthServices oauth) {
        return oauth.introspection();
    }

    @Produces
    @Singleton
    TokenRevocation tokenRevocation(OAuthServices oauth) {
        return oauth.revocation();
    }

    @Produces
    @Singleton
    AuthorizationEndpoint authorizationEndpoint(OAuthServices oauth) {
        return oauth.authorization();
    }

    @Produces
    @Singleton
    LogoutEndpoint logoutEndpoint(OAuthServices oauth) {
        return oauth.logout();
    }

    @Produces
    @Singleton
    ForwardAuth forwardAuth(OAuthServices oauth) {
        return oauth.forwardAuth();
    }

    @Produces
    @Singleton
    Tickets tickets(OAuthServices oauth) {
        return oauth.tickets();
    }

    @Produces
    @Singleton
    TicketSessions ticketSessions(OAuthServices oauth) {
        return oauth.ticketSessions();
    }
}
