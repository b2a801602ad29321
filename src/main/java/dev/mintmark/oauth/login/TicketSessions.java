package dev.mintmark.oauth.login;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginMethod;
import dev.mintmark.oauth.ticket.Ticket;
import dev.mintmark.oauth.ticket.Tickets;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Signs a browser context in by a ticket, so that the application under test finds a user who is signed in. */
public final class TicketSessions {
    private final Tickets tickets;
    private final Sessions sessions;
    private final Supplier<OAuthConfig> configs;
    private final Clock clock;

    public TicketSessions(Tickets tickets, SealedValues sealed, Supplier<OAuthConfig> configs, Clock clock) {
        this.tickets = tickets;
        this.sessions = new Sessions(sealed);
        this.configs = configs;
        this.clock = clock;
    }

    /**
     * A session that begins.
     *
     * @param cookie the value of the session cookie
     * @param then where the browser goes; empty for a page
     */
    public record Begun(String cookie, Optional<URI> then) {
        @Override
        public String toString() {
            return "Begun[redacted]";
        }
    }

    /**
     * Begins a session.
     *
     * @throws OAuthException {@code invalid_request} for a ticket that is not valid, or a {@code then} that is not an
     *     authorization request to the same issuer
     */
    public Begun begin(OAuthIssuer issuer, Parameters parameters) {
        parameters.requireSingle();
        Optional<URI> then = parameters.get("then").map(url -> authorize(issuer, url));
        Ticket ticket = tickets.use(issuer.name(), parameters.require("ticket"));
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        SignIn signIn = new SignIn(
                configs.get().bySubject(ticket.subject()), now, LoginMethod.TICKET, ticket.claims(), ticket.effects());
        return new Begun(sessions.seal(issuer.name(), Session.of(signIn)), then);
    }

    private static URI authorize(OAuthIssuer issuer, String url) {
        boolean isOurs = Stream.of(issuer.browserUrl("authorize"), issuer.backendUrl("authorize"))
                .anyMatch(endpoint -> url.startsWith(endpoint + '?'));
        if (!isOurs) {
            throw new OAuthException(
                    OAuthError.INVALID_REQUEST, "The parameter then is not an authorization request to this issuer");
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The parameter then is not a URL");
        }
    }
}
