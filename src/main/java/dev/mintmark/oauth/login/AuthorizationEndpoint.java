package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.OAuthOperations;
import dev.mintmark.oauth.OAuthSettings;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.client.Clients;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.grant.AuthorizationCodes;
import dev.mintmark.oauth.login.AuthorizationAnswer.ErrorPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginMethod;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.Outcome;
import dev.mintmark.oauth.ticket.Tickets;
import dev.mintmark.oauth.token.IssuedTokens;
import dev.mintmark.tokens.RevocationsUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The authorization endpoint (RFC 6749 section 3.1) and the login form behind its page. Until the client and the redirect
 * URI are admitted, errors are pages; from then on they go to the client.
 */
public final class AuthorizationEndpoint {
    /** A URL that carries more is cut by some servers. */
    private static final int MAX_REQUEST = 8 * 1024;

    private static final int MAX_SUBJECT = 255;

    private final Supplier<OAuthConfig> configs;
    private final Clients clients;
    private final OAuthSettings settings;
    private final RedirectRules redirects;
    private final AuthorizationRequests requests;
    private final SilentLogin silent;
    private final LoginForms forms;
    private final Sessions sessions;
    private final CodeIssuer codes;
    private final OAuthOperations operations;

    public AuthorizationEndpoint(
            Supplier<OAuthConfig> configs,
            Clients clients,
            OAuthSettings settings,
            IssuedTokens tokens,
            AuthorizationCodes codes,
            Tickets tickets,
            SealedValues sealed,
            OAuthOperations operations) {
        this.configs = configs;
        this.clients = clients;
        this.settings = settings;
        this.redirects = new RedirectRules(settings.redirectHosts(), settings.isGuarded());
        this.requests = new AuthorizationRequests(tokens);
        this.silent = new SilentLogin(operations, tickets, settings);
        this.forms = new LoginForms(sealed);
        this.sessions = new Sessions(sealed);
        this.codes = new CodeIssuer(codes, sessions, settings.hasFaults());
        this.operations = operations;
    }

    /**
     * Answers an authorization request.
     *
     * @param cookies the values of the session cookies
     */
    public Outcome authorize(OAuthIssuer issuer, Parameters parameters, List<String> cookies) {
        return read(issuer, parameters, request -> {
            Optional<Session> session = sessions.find(issuer.name(), cookies);
            Optional<SignIn> signIn = silent.find(request, session);
            if (signIn.isPresent()) {
                return codes.complete(request, signIn.get(), signIn.get().claims(), session);
            }
            if (request.isSilent()) {
                throw new OAuthException(OAuthError.LOGIN_REQUIRED, "The user must sign in on the login page");
            }
            return Outcome.of(page(request, Parameters.parse(""), Optional.empty()));
        });
    }

    /**
     * Answers a login form.
     *
     * @param form what the login page sent
     */
    public Outcome submit(OAuthIssuer issuer, Parameters form, List<String> cookies) {
        Optional<Parameters> parameters = forms.open(issuer.name(), form.get("request"));
        if (parameters.isEmpty()) {
            return Outcome.of(new ErrorPage("The login form has expired. Start again at the application."));
        }
        return read(issuer, parameters.get(), request -> submit(request, form, cookies));
    }

    private Outcome submit(AuthorizationRequest request, Parameters form, List<String> cookies) {
        if (form.get("action").equals(Optional.of("deny"))) {
            throw new OAuthException(OAuthError.ACCESS_DENIED, "The user denied the request");
        }
        ObjectNode typed;
        try {
            typed = settings.isGuarded() ? JsonNodeFactory.instance.objectNode() : LoginForms.typed(form.get("claims"));
        } catch (OAuthException e) {
            return Outcome.of(page(request, form, Optional.of(e.description())));
        }
        Optional<User> user = user(request, form);
        if (user.isEmpty()) {
            String problem = settings.isGuarded()
                    ? "The name or the password is wrong."
                    : "Choose a user, or type a subject of at most 255 characters.";
            return Outcome.of(page(request, form, Optional.of(problem)));
        }
        SignIn signIn = new SignIn(user.get(), operations.now(), LoginMethod.PAGE);
        Optional<Session> session = sessions.find(request.issuer().name(), cookies)
                .filter(known -> known.subject().equals(signIn.user().subject()))
                .map(known -> Session.of(signIn).withAll(known.families()));
        return codes.complete(request, signIn, typed, session);
    }

    private Optional<User> user(AuthorizationRequest request, Parameters form) {
        OAuthConfig config = request.config();
        Optional<String> name = form.get("user").or(() -> form.get("subject").map(String::strip));
        if (settings.isGuarded()) {
            return name.flatMap(text -> config.findByHint(request.issuer().name(), text))
                    .filter(user -> user.passwordSha256().isPresent())
                    .filter(user -> user.hasPassword(form.get("password").orElse("")));
        }
        return name.filter(text -> !text.isEmpty() && text.length() <= MAX_SUBJECT)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .map(text -> config.findByHint(request.issuer().name(), text).orElseGet(() -> User.unknown(text)));
    }

    /** Reads a request, and turns what goes wrong into a page or into an error for the client. */
    private Outcome read(OAuthIssuer issuer, Parameters parameters, Function<AuthorizationRequest, Outcome> then) {
        OAuthConfig config = configs.get();
        Delivery delivery;
        Client client;
        try {
            parameters.requireSingle();
            client = client(issuer, config, parameters.require("client_id"));
            RedirectTarget target = redirects.admit(client, parameters.require("redirect_uri"));
            Delivery.Mode mode =
                    Delivery.Mode.parse(parameters.get("response_mode")).orElse(Delivery.Mode.QUERY);
            delivery = Delivery.of(issuer, target, mode, parameters.get("state"));
            if (parameters.encoded().length() > MAX_REQUEST) {
                throw new OAuthException(OAuthError.INVALID_REQUEST, "The request is larger than 8 KiB");
            }
        } catch (OAuthException e) {
            return Outcome.of(new ErrorPage(e.description()));
        }
        try {
            return then.apply(requests.read(issuer, config, client, delivery, parameters));
        } catch (OAuthException e) {
            return Outcome.of(delivery.error(e.error(), e.description()));
        } catch (RevocationsUnavailableException e) {
            return Outcome.of(delivery.error(
                    OAuthError.TEMPORARILY_UNAVAILABLE, "The store of revocations cannot be reached; try again"));
        }
    }

    private Client client(OAuthIssuer issuer, OAuthConfig config, String id) {
        return clients.find(config, issuer.name(), id)
                .orElseThrow(() ->
                        new OAuthException(OAuthError.INVALID_REQUEST, "The client_id is not known to this issuer"));
    }

    /** A page after an error keeps what the user typed, but for the password. */
    private LoginPage page(AuthorizationRequest request, Parameters form, Optional<String> problem) {
        Optional<String> subject = form.get("subject")
                .or(() -> request.parameters().get("login_hint"))
                .filter(text -> text.length() <= MAX_SUBJECT);
        return new LoginPage(
                forms.seal(request),
                request.client().name(),
                request.delivery().target(),
                settings.isGuarded()
                        ? List.of()
                        : request.config().users(request.issuer().name()),
                subject,
                form.get("claims").filter(text -> text.length() <= LoginForms.MAX_CLAIMS),
                settings.isGuarded(),
                problem);
    }
}
