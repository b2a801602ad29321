package dev.mintmark.http.oauth;

import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.ToClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages of the login, as HTML without script. Every text of a request is escaped. */
@Singleton
public class OAuthPages {
    /** Above so many users the buttons give way to a field that completes names. */
    private static final int MAX_BUTTONS = 12;

    private final String stylesheet;

    OAuthPages(OAuthIssuers issuers) {
        this.stylesheet = issuers.basePath() + "/oauth2/login.css";
    }

    private String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Mintmark</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                <footer>Mintmark signs in test users. For development only.</footer>
                </body>
                </html>
                """.formatted(Html.escape(title), Html.escape(stylesheet), Html.escape(title), body);
    }

    String login(LoginPage model) {
        String problem = model.problem()
                .map(text -> "<p class=\"problem\" role=\"alert\">" + Html.escape(text) + "</p>\n")
                .orElse("");
        String intro = "<p>to continue to <strong>" + Html.escape(model.client()) + "</strong> at <strong>"
                + Html.escape(model.target().place()) + "</strong></p>\n";
        String form = "<form method=\"post\" action=\"login\">\n" + Html.hidden("request", model.form())
                + (model.needsPassword() ? passwordFields(model) : userFields(model))
                + "<button class=\"quiet\" id=\"deny\" name=\"action\" value=\"deny\" formnovalidate>Deny</button>\n"
                + "</form>";
        return page("Sign in", intro + problem + form);
    }

    private static String passwordFields(LoginPage model) {
        return """
                <label for="subject">User name</label>
                <input id="subject" name="subject" autocomplete="username" required value="%s">
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button id="sign-in">Sign in</button>
                """.formatted(Html.escape(model.subject().orElse("")));
    }

    private static String userFields(LoginPage model) {
        boolean few = model.users().size() <= MAX_BUTTONS;
        String buttons = few ? model.users().stream().map(OAuthPages::button).collect(Collectors.joining()) : "";
        return (few ? "<div class=\"users\">\n" + buttons + "</div>\n" : "")
                + """
                <details%s>
                <summary>Another subject, or claims for this login</summary>
                <label for="claims">Claims for this login, as a JSON object</label>
                <textarea id="claims" name="claims" rows="4" spellcheck="false" placeholder="{&quot;roles&quot;: [&quot;admin&quot;]}">%s</textarea>
                <label for="subject">Subject</label>
                <input id="subject" name="subject" list="names" autocomplete="off" maxlength="255" value="%s">
                %s<button id="sign-in">Sign in as this subject</button>
                </details>
                """.formatted(
                        few && model.subject().isEmpty() && model.problem().isEmpty() ? "" : " open",
                        Html.escape(model.claims().orElse("")),
                        Html.escape(model.subject().orElse("")),
                        few ? "" : names(model.users()));
    }

    private static String button(User user) {
        String name = Html.escape(user.name());
        String label = user.claims().path("name").asText("");
        String email = user.claims().path("email").asText("");
        return "<button id=\"user-" + name + "\" name=\"user\" value=\"" + name + "\"><span>" + name + "</span><small>"
                + Html.escape(label.isEmpty() ? email : email.isEmpty() ? label : label + ", " + email)
                + "</small></button>\n";
    }

    private static String names(List<User> users) {
        return users.stream()
                .map(user -> "<option value=\"" + Html.escape(user.name()) + "\">")
                .collect(Collectors.joining("", "<datalist id=\"names\">", "</datalist>\n"));
    }

    /** A link for a redirect that waits for a click. */
    String follow(ToClient answer) {
        String place = "<p>This sends you to <strong>"
                + Html.escape(answer.target().place()) + "</strong>, which is not a host of this environment.</p>\n";
        String outcome = answer.error()
                .map(error -> "<p>The answer is the error <code>" + Html.escape(error) + "</code>.</p>\n")
                .orElse("");
        String action = answer.isFormPost()
                ? "<form method=\"post\" action=\""
                        + Html.escape(answer.target().uri()) + "\">\n" + fields(answer.parameters())
                        + "<button id=\"continue\">Continue</button></form>"
                : "<p><a class=\"button\" id=\"continue\" href=\"" + Html.escape(answer.uri()) + "\">Continue</a></p>";
        return page("Continue?", place + outcome + action);
    }

    /** A form that posts itself; without script a button does (OAuth 2.0 Form Post Response Mode). */
    String formPost(ToClient answer, String script) {
        return page(
                "Signing in",
                "<form method=\"post\" action=\"" + Html.escape(answer.target().uri()) + "\">\n"
                        + fields(answer.parameters())
                        + "<noscript><button id=\"continue\">Continue</button></noscript></form>\n<script>" + script
                        + "</script>");
    }

    private static String fields(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(field -> Html.hidden(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
    }

    /** Says what is wrong with a request. */
    public String error(String description) {
        return page("This request cannot be answered", "<p role=\"alert\">" + Html.escape(description) + "</p>");
    }

    String confirmLogout(String form, java.util.Optional<String> place) {
        String then = place.map(host -> "<p>Then you continue to <strong>" + Html.escape(host) + "</strong>.</p>\n")
                .orElse("");
        return page(
                "Sign out?",
                then + "<form method=\"post\" action=\"logout\">\n" + Html.hidden("confirm", form)
                        + "<button id=\"sign-out\">Sign out</button></form>");
    }

    /** Says that a ticket signed the browser in. */
    public String signedIn() {
        return page("Signed in", "<p>This browser is signed in. Open the application under test.</p>");
    }

    String signedOut() {
        return page("Signed out", "<p>The session and its tokens have ended. You can close this page.</p>");
    }
}
