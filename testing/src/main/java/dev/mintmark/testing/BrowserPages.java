package dev.mintmark.testing;

import dev.mintmark.assembly.OAuthServices;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.login.AuthorizationAnswer;
import dev.mintmark.oauth.login.AuthorizationAnswer.ErrorPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.Outcome;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import dev.mintmark.oauth.login.LogoutAnswer;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The endpoints that browsers visit. The pages have the fields of the service's, without its style. */
final class BrowserPages {
    private final Supplier<OAuthServices> oauth;

    BrowserPages(Supplier<OAuthServices> oauth) {
        this.oauth = oauth;
    }

    HttpAnswer answer(String endpoint, OAuthIssuer issuer, HttpCall call) {
        try {
            return switch (endpoint) {
                case "authorize" ->
                    write(issuer, oauth.get().authorization().authorize(issuer, call.parameters(), call.sessions()));
                case "login" ->
                    write(issuer, oauth.get().authorization().submit(issuer, call.parameters(), call.sessions()));
                default -> logout(issuer, oauth.get().logout().handle(issuer, call.parameters(), call.sessions()));
            };
        } catch (OAuthException e) {
            return error(e.description());
        }
    }

    private static HttpAnswer write(OAuthIssuer issuer, Outcome outcome) {
        HttpAnswer answer = write(outcome.answer());
        return outcome.session()
                .map(value -> answer.with("Set-Cookie", cookie(issuer, value) + "; Max-Age=28800"))
                .orElse(answer);
    }

    private static HttpAnswer write(AuthorizationAnswer answer) {
        if (answer instanceof LoginPage page) {
            return HttpAnswer.html(page.problem().isPresent() ? 400 : 200, login(page));
        }
        if (answer instanceof ErrorPage page) {
            return error(page.description());
        }
        ToClient redirect = (ToClient) answer;
        return redirect.isFormPost()
                ? HttpAnswer.html(200, formPost(redirect.target().uri(), redirect.parameters()))
                : HttpAnswer.redirect(redirect.uri());
    }

    private static HttpAnswer logout(OAuthIssuer issuer, LogoutAnswer answer) {
        HttpAnswer response;
        if (answer instanceof LogoutAnswer.ToClient redirect) {
            response = HttpAnswer.redirect(redirect.uri());
        } else if (answer instanceof LogoutAnswer.ConfirmPage page) {
            response = HttpAnswer.html(
                    200,
                    "<form method=\"post\" action=\"logout\">" + hidden("confirm", page.form())
                            + "<button id=\"sign-out\">Sign out</button></form>");
        } else if (answer instanceof LogoutAnswer.ErrorPage page) {
            response = error(page.description());
        } else {
            response = HttpAnswer.html(200, "<p>The session has ended.</p>");
        }
        return answer.endsSession() ? response.with("Set-Cookie", cookie(issuer, "") + "; Max-Age=0") : response;
    }

    private static String cookie(OAuthIssuer issuer, String value) {
        return HttpCall.COOKIE + '=' + value + "; Path=" + issuer.name().endpointPath() + "/; HttpOnly; SameSite=Lax";
    }

    private static HttpAnswer error(String description) {
        return HttpAnswer.html(400, "<p role=\"alert\">" + escape(description) + "</p>");
    }

    private static String login(LoginPage page) {
        String buttons =
                page.users().stream().map(User::name).map(BrowserPages::button).collect(Collectors.joining());
        return "<!doctype html><title>Sign in</title><form method=\"post\" action=\"login\">"
                + hidden("request", page.form())
                + page.problem().map(BrowserPages::escape).orElse("") + buttons
                + "<input id=\"subject\" name=\"subject\"><textarea id=\"claims\" name=\"claims\"></textarea>"
                + "<button id=\"sign-in\">Sign in</button>"
                + "<button id=\"deny\" name=\"action\" value=\"deny\">Deny</button></form>";
    }

    private static String button(String name) {
        String text = escape(name);
        return "<button id=\"user-" + text + "\" name=\"user\" value=\"" + text + "\">" + text + "</button>";
    }

    private static String formPost(String uri, Map<String, String> parameters) {
        String fields = parameters.entrySet().stream()
                .map(field -> hidden(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        return "<!doctype html><title>Signing in</title><form method=\"post\" action=\"" + escape(uri) + "\">" + fields
                + "<button id=\"continue\">Continue</button></form><script>document.forms[0].submit()</script>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escape(name) + "\" value=\"" + escape(value) + "\">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
