package dev.mintmark.oauth.login;

import dev.mintmark.oauth.config.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to an authorization request or a login form. */
public sealed interface AuthorizationAnswer {
    /** How a user was signed in. */
    enum LoginMethod {
        PAGE,
        SESSION,
        LOGIN_HINT,
        TICKET,
        AUTO_LOGIN,
        ID_TOKEN_HINT
    }

    /**
     * The browser goes back to the client, with a code or an error.
     *
     * @param target where; if it needs a click, a page shows the place first
     * @param isFormPost whether the parameters are posted as a form
     * @param uri the redirect URI with the parameters, unless they are posted
     * @param parameters the parameters
     */
    record ToClient(RedirectTarget target, boolean isFormPost, String uri, Map<String, String> parameters)
            implements AuthorizationAnswer {
        public ToClient {
            parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
        }

        /** The value of {@code error}; empty for a code. */
        public Optional<String> error() {
            return Optional.ofNullable(parameters.get("error"));
        }

        @Override
        public String toString() {
            return "ToClient[redacted]";
        }
    }

    /**
     * The browser shows that the request cannot be answered; the client hears nothing.
     *
     * @param description what is wrong
     */
    record ErrorPage(String description) implements AuthorizationAnswer {}

    /**
     * The browser shows the login page.
     *
     * @param form the sealed request
     * @param client its name, or else its id
     * @param target where the browser goes after the login
     * @param users the buttons
     * @param subject what the field for another subject holds already
     * @param claims what the field for claims holds already: what was sent with a wrong form
     * @param needsPassword whether users sign in by name and password instead of buttons
     * @param problem what was wrong with the form that was sent before
     */
    record LoginPage(
            String form,
            String client,
            RedirectTarget target,
            List<User> users,
            Optional<String> subject,
            Optional<String> claims,
            boolean needsPassword,
            Optional<String> problem)
            implements AuthorizationAnswer {
        @Override
        public String toString() {
            return "LoginPage[redacted]";
        }
    }

    /**
     * An answer with what comes beside it.
     *
     * @param answer the answer
     * @param session the new value of the session cookie
     * @param method how the user was signed in
     */
    record Outcome(AuthorizationAnswer answer, Optional<String> session, Optional<LoginMethod> method) {
        static Outcome of(AuthorizationAnswer answer) {
            return new Outcome(answer, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Outcome[redacted]";
        }
    }
}
