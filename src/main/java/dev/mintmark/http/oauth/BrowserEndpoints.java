package dev.mintmark.http.oauth;

import dev.mintmark.jose.Sha256;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.login.AuthorizationAnswer;
import dev.mintmark.oauth.login.AuthorizationAnswer.ErrorPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.Outcome;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import dev.mintmark.oauth.login.AuthorizationEndpoint;
import dev.mintmark.oauth.login.LogoutAnswer;
import dev.mintmark.oauth.login.LogoutEndpoint;
import dev.mintmark.tokens.RevocationsUnavailableException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The endpoints that browsers visit: authorize, login and logout. */
@Singleton
public class BrowserEndpoints {
    private static final String SUBMIT = "document.forms[0].submit()";
    private static final String SUBMIT_HASH =
            "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(SUBMIT.getBytes(StandardCharsets.UTF_8))) + "'";

    private final AuthorizationEndpoint authorization;
    private final LogoutEndpoint logout;
    private final OAuthPages pages;
    private final BrowserResponses responses;
    private final OAuthMetrics metrics;

    BrowserEndpoints(
            AuthorizationEndpoint authorization,
            LogoutEndpoint logout,
            OAuthPages pages,
            BrowserResponses responses,
            OAuthMetrics metrics) {
        this.authorization = authorization;
        this.logout = logout;
        this.pages = pages;
        this.responses = responses;
        this.metrics = metrics;
    }

    Response authorize(OAuthIssuer issuer, Supplier<Parameters> parameters, List<String> cookies) {
        return answer("authorize", issuer, parameters, form -> authorization.authorize(issuer, form, cookies));
    }

    Response login(OAuthIssuer issuer, Supplier<Parameters> parameters, List<String> cookies) {
        return answer("login", issuer, parameters, form -> authorization.submit(issuer, form, cookies));
    }

    private Response answer(
            String endpoint,
            OAuthIssuer issuer,
            Supplier<Parameters> parameters,
            Function<Parameters, Outcome> handler) {
        Outcome outcome;
        try {
            outcome = handler.apply(parameters.get());
        } catch (OAuthException e) {
            outcome =
                    new Outcome(new ErrorPage(e.description()), java.util.Optional.empty(), java.util.Optional.empty());
        } catch (KeysUnavailableException e) {
            return unavailable(endpoint);
        }
        outcome.method().ifPresent(metrics::loggedIn);
        Response.ResponseBuilder response = write(endpoint, outcome.answer());
        outcome.session().ifPresent(value -> response.header(HttpHeaders.SET_COOKIE, responses.cookie(issuer, value)));
        return response.build();
    }

    private Response.ResponseBuilder write(String endpoint, AuthorizationAnswer answer) {
        if (answer instanceof LoginPage page) {
            metrics.showed(endpoint, "login_page");
            return responses.page(page.problem().isPresent() ? 400 : 200, pages.login(page));
        }
        if (answer instanceof ErrorPage page) {
            metrics.showed(endpoint, "error_page");
            return responses.page(400, pages.error(page.description()));
        }
        ToClient redirect = (ToClient) answer;
        metrics.showed(endpoint, redirect.error().orElse("ok"));
        if (redirect.target().needsClick() && !endpoint.equals("login")) {
            return responses.page(200, pages.follow(redirect));
        }
        if (redirect.isFormPost()) {
            return responses.selfPosting(pages.formPost(redirect, SUBMIT), SUBMIT_HASH);
        }
        return responses.redirect(URI.create(redirect.uri()));
    }

    Response logout(OAuthIssuer issuer, Supplier<Parameters> parameters, List<String> cookies) {
        LogoutAnswer answer;
        try {
            answer = logout.handle(issuer, parameters.get(), cookies);
        } catch (OAuthException e) {
            answer = new LogoutAnswer.ErrorPage(e.description());
        } catch (RevocationsUnavailableException | KeysUnavailableException e) {
            return unavailable("logout");
        }
        Response.ResponseBuilder response = write(answer);
        if (answer.endsSession()) {
            response.header(HttpHeaders.SET_COOKIE, responses.endedCookie(issuer));
        }
        return response.build();
    }

    private Response.ResponseBuilder write(LogoutAnswer answer) {
        if (answer instanceof LogoutAnswer.ToClient redirect) {
            metrics.succeeded("logout");
            return responses.redirect(URI.create(redirect.uri()));
        }
        if (answer instanceof LogoutAnswer.ConfirmPage page) {
            metrics.showed("logout", "confirm_page");
            return responses.page(200, pages.confirmLogout(page.form(), page.place()));
        }
        if (answer instanceof LogoutAnswer.ErrorPage page) {
            metrics.showed("logout", "error_page");
            return responses.page(400, pages.error(page.description()));
        }
        metrics.succeeded("logout");
        return responses.page(200, pages.signedOut());
    }

    private Response unavailable(String endpoint) {
        metrics.failed(endpoint, OAuthError.TEMPORARILY_UNAVAILABLE);
        return responses
                .page(503, pages.error("The service cannot answer now. Try again in a moment."))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
