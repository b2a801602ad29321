package dev.mintmark.http.ticket;

import dev.mintmark.http.oauth.BrowserResponses;
import dev.mintmark.http.oauth.OAuthMetrics;
import dev.mintmark.http.oauth.OAuthPages;
import dev.mintmark.http.oauth.OAuthRequests;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.OAuthConfigs;
import dev.mintmark.oauth.grant.ClaimNames;
import dev.mintmark.oauth.login.TicketSessions;
import dev.mintmark.oauth.ticket.Tickets;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.tokens.RevocationsUnavailableException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Issues tickets, and signs browser contexts in with them. */
@Singleton
public class TicketEndpoint {
    private static final String SESSION = "session";

    private final Tickets tickets;
    private final TicketSessions sessions;
    private final OAuthConfigs configs;
    private final TicketReader reader;
    private final OAuthPages pages;
    private final BrowserResponses responses;
    private final OAuthMetrics metrics;

    TicketEndpoint(
            Tickets tickets,
            TicketSessions sessions,
            OAuthConfigs configs,
            OAuthPages pages,
            BrowserResponses responses,
            OAuthMetrics metrics) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.configs = configs;
        this.reader = new TicketReader(tickets.hasFaults(), ClaimNames.PROTOCOL);
        this.pages = pages;
        this.responses = responses;
        this.metrics = metrics;
    }

    /**
     * A ticket.
     *
     * @param ticket a sealed value, to be given as {@code login_hint} or to the session endpoint
     * @param expiresIn seconds
     */
    record TicketResponse(String ticket, long expiresIn) {
        @Override
        public String toString() {
            return "TicketResponse[redacted]";
        }
    }

    TicketResponse issue(OAuthIssuer issuer, TicketRequest request) {
        OAuthConfig config = configs.get();
        try {
            String ticket = tickets.seal(
                    issuer.name(),
                    reader.subject(request, config, issuer.name()),
                    reader.claims(request, config, issuer.name()),
                    reader.effects(request),
                    request.once().orElse(false));
            return new TicketResponse(ticket, Tickets.LIFETIME.toSeconds());
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException(
                    "/claims", "The ticket is longer than " + Tickets.MAX_LENGTH + " characters; give fewer claims");
        }
    }

    Response begin(OAuthIssuer issuer, HttpServerRequest request) {
        try {
            TicketSessions.Begun begun = sessions.begin(issuer, OAuthRequests.query(request));
            metrics.succeeded(SESSION);
            Response.ResponseBuilder response =
                    begun.then().map(responses::redirect).orElseGet(() -> responses.page(200, pages.signedIn()));
            return response.header(HttpHeaders.SET_COOKIE, responses.cookie(issuer, begun.cookie()))
                    .build();
        } catch (OAuthException e) {
            metrics.failed(SESSION, e.error());
            return responses.page(400, pages.error(e.description())).build();
        } catch (RevocationsUnavailableException | KeysUnavailableException e) {
            metrics.failed(SESSION, OAuthError.TEMPORARILY_UNAVAILABLE);
            return responses
                    .page(503, pages.error("The service cannot answer now. Try again in a moment."))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
    }
}
