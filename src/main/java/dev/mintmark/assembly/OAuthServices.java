package dev.mintmark.assembly;

import dev.mintmark.keys.ValueSealer;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.client.ClientAuthenticator;
import dev.mintmark.oauth.client.ClientRegistration;
import dev.mintmark.oauth.client.Clients;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.oauth.gateway.ForwardAuth;
import dev.mintmark.oauth.grant.AuthorizationCodes;
import dev.mintmark.oauth.grant.TokenEndpoint;
import dev.mintmark.oauth.login.AuthorizationEndpoint;
import dev.mintmark.oauth.login.LogoutEndpoint;
import dev.mintmark.oauth.login.TicketSessions;
import dev.mintmark.oauth.metadata.ProviderMetadata;
import dev.mintmark.oauth.ticket.Tickets;
import dev.mintmark.oauth.token.Introspection;
import dev.mintmark.oauth.token.IssuedTokens;
import dev.mintmark.oauth.token.TokenRevocation;
import dev.mintmark.oauth.token.UserInfo;

/**
 * OAuth, composed once for a process over the services.
 *
 * @param issuers resolves issuers by name and origin
 * @param tokens the token endpoint
 * @param registration the client registration endpoint
 * @param metadata the discovery documents
 * @param userInfo the userinfo endpoint
 * @param introspection the introspection endpoint
 * @param revocation the revocation endpoint
 * @param authorization the authorization endpoint and the login form
 * @param logout the end session endpoint
 * @param forwardAuth what gateways ask
 * @param tickets logins that tests prepare
 * @param ticketSessions sign a browser in by a ticket
 */
public record OAuthServices(
        OAuthIssuers issuers,
        TokenEndpoint tokens,
        ClientRegistration registration,
        ProviderMetadata metadata,
        UserInfo userInfo,
        Introspection introspection,
        TokenRevocation revocation,
        AuthorizationEndpoint authorization,
        LogoutEndpoint logout,
        ForwardAuth forwardAuth,
        Tickets tickets,
        TicketSessions ticketSessions) {

    /** Composes OAuth, which sees the same tokens and revocations as the services. */
    public static OAuthServices of(
            OAuthSettings oauth, OAuthConfigs configs, Services services, ServiceSettings settings, Ports ports) {
        OAuthIssuers issuers =
                new OAuthIssuers(oauth, name -> configs.get().rule(name).iss());
        OAuthOperations operations = new OAuthOperations(
                services.issuers(),
                services.operations().minter(),
                services.operations().verifier(),
                services.operations().refresher(),
                services.operations().revoker(),
                ports.revocations(),
                settings.refresh(),
                ports.clock());
        SealedValues sealed =
                new SealedValues(new ValueSealer(ports.issuers().root().keyRings()), ports.clock());
        AuthorizationCodes codes = new AuthorizationCodes(sealed, operations);
        IssuedTokens issued = new IssuedTokens(operations);
        Clients clients = new Clients(sealed, oauth.isGuarded());
        ClientAuthenticator authenticator = new ClientAuthenticator(
                issuers, clients, operations.verifier(), ports.revocations(), ports.clock(), oauth.isGuarded());
        Tickets tickets = new Tickets(sealed, ports.revocations(), ports.clock(), oauth.hasFaults());
        TokenEndpoint tokens = new TokenEndpoint(issuers, configs, authenticator, codes, tickets, operations, oauth);
        return new OAuthServices(
                issuers,
                tokens,
                new ClientRegistration(clients, tokens.grantTypes(), ports.clock(), oauth.isGuarded()),
                new ProviderMetadata(services.issuers(), configs, tokens.grantTypes()),
                new UserInfo(issued, configs, tickets),
                new Introspection(configs, authenticator, issued),
                new TokenRevocation(configs, authenticator, issued, operations),
                new AuthorizationEndpoint(configs, clients, oauth, issued, codes, tickets, sealed, operations),
                new LogoutEndpoint(configs, clients, oauth, issued, codes, sealed),
                new ForwardAuth(issued, operations.verifier()),
                tickets,
                new TicketSessions(tickets, sealed, configs, ports.clock()));
    }
}
