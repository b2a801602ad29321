package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginMethod;
import dev.mintmark.oauth.ticket.Ticket;
import dev.mintmark.oauth.ticket.Tickets;
import dev.mintmark.tokens.verify.RevocationCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs a user in without a page, where that is possible: by the session, by {@code login_hint}, by {@code auto_login}, or
 * by an ID token hint. With API key authentication only the session counts.
 */
final class SilentLogin {
    private final OAuthOperations operations;
    private final Tickets tickets;
    private final OAuthSettings settings;
    private final RevocationCheck revocation;

    SilentLogin(OAuthOperations operations, Tickets tickets, OAuthSettings settings) {
        this.operations = operations;
        this.tickets = tickets;
        this.settings = settings;
        this.revocation = new RevocationCheck(operations.revocations(), RevocationCheck.OnOutage.REFUSE);
    }

    /**
     * The user; empty if the login page must ask.
     *
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot tell whether the hint is revoked
     */
    Optional<SignIn> find(AuthorizationRequest request, Optional<Session> session) {
        Optional<String> ticket = loginHint(request).filter(Tickets::isTicket);
        if (ticket.isPresent()) {
            return Optional.of(byTicket(request, ticket.get())).filter(signIn -> isRequired(request, signIn));
        }
        if (request.wantsPage()) {
            return Optional.empty();
        }
        Optional<SignIn> found = bySession(request, session);
        if (found.isEmpty() && !settings.isGuarded()) {
            found = byLoginHint(request).or(() -> byAutoLogin(request)).or(() -> byIdToken(request));
        }
        return found.filter(signIn -> isRequired(request, signIn));
    }

    private static boolean isRequired(AuthorizationRequest request, SignIn signIn) {
        return request.requiredSubject()
                .filter(subject -> !subject.equals(signIn.user().subject()))
                .isEmpty();
    }

    /** A ticket is a fresh login, so that it also answers {@code prompt=login}. */
    private SignIn byTicket(AuthorizationRequest request, String text) {
        Ticket ticket = tickets.use(request.issuer().name(), text);
        return new SignIn(
                request.config().bySubject(ticket.subject()),
                operations.now(),
                LoginMethod.TICKET,
                ticket.claims(),
                ticket.effects());
    }

    /** A hint that names somebody else than the session asks for another login. */
    private Optional<SignIn> bySession(AuthorizationRequest request, Optional<Session> session) {
        Instant oldest =
                request.maxAge().map(age -> operations.now().minus(age)).orElse(Instant.MIN);
        // A max_age of 0 asks for a new login (OpenID Connect Core section 3.1.2.1), also within the same second.
        boolean asksAnew = request.maxAge().filter(Duration::isZero).isPresent();
        return session.filter(known -> !asksAnew && !known.authTime().isBefore(oldest))
                .filter(known -> !settings.isGuarded()
                        || request.config().hasUser(request.issuer().name(), known.subject()))
                .map(known -> new SignIn(
                        request.config().bySubject(known.subject()),
                        known.authTime(),
                        LoginMethod.SESSION,
                        known.claims(),
                        known.effects()))
                .filter(signIn -> loginHint(request)
                        .filter(hint -> !signIn.user().isNamedBy(hint))
                        .isEmpty());
    }

    private static Optional<String> loginHint(AuthorizationRequest request) {
        return request.parameters().get("login_hint");
    }

    private Optional<SignIn> byLoginHint(AuthorizationRequest request) {
        return settings.isLoginHinted()
                ? loginHint(request).flatMap(hint -> user(request, hint, LoginMethod.LOGIN_HINT))
                : Optional.empty();
    }

    private Optional<SignIn> byAutoLogin(AuthorizationRequest request) {
        if (loginHint(request).isPresent()) {
            return Optional.empty();
        }
        return request.client()
                .autoLogin()
                .or(() -> request.config().rule(request.issuer().name()).autoLogin())
                .flatMap(name -> user(request, name, LoginMethod.AUTO_LOGIN));
    }

    private Optional<SignIn> user(AuthorizationRequest request, String hint, LoginMethod method) {
        return request.config()
                .findByHint(request.issuer().name(), hint)
                .map(user -> new SignIn(user, operations.now(), method));
    }

    /** Renews tokens in a browser that sends no cookies to other sites. */
    private Optional<SignIn> byIdToken(AuthorizationRequest request) {
        if (!request.isSilent() || request.idTokenHint().isEmpty()) {
            return Optional.empty();
        }
        JsonNode hint = request.idTokenHint().get();
        if (revocation.of(Claims.parse(StrictJson.bytes(hint)), false).isFailed()) {
            return Optional.empty();
        }
        Instant authTime = Instant.ofEpochSecond(hint.path("auth_time").asLong());
        boolean fresh = request.maxAge()
                .filter(age -> authTime.isBefore(operations.now().minus(age)))
                .isEmpty();
        User user = request.config().bySubject(hint.path("sub").asText());
        return fresh ? Optional.of(new SignIn(user, authTime, LoginMethod.ID_TOKEN_HINT)) : Optional.empty();
    }
}
