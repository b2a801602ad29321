package dev.mintmark.oauth.login;

import java.util.Optional;

/** The answer to a logout request. */
public sealed interface LogoutAnswer {
    /**
     * The user is signed out, and the browser goes back to the client.
     *
     * @param uri where
     */
    record ToClient(String uri) implements LogoutAnswer {}

    /** The user is signed out, and a page says so. */
    record DonePage() implements LogoutAnswer {}

    /**
     * A page asks whether to sign out.
     *
     * @param form the sealed request
     * @param place the host to which the browser goes afterwards
     */
    record ConfirmPage(String form, Optional<String> place) implements LogoutAnswer {
        @Override
        public String toString() {
            return "ConfirmPage[redacted]";
        }
    }

    /**
     * A page says what is wrong. The user stays signed in.
     *
     * @param description what is wrong
     */
    record ErrorPage(String description) implements LogoutAnswer {}

    /** Whether the session cookie ends. */
    default boolean endsSession() {
        return this instanceof ToClient || this instanceof DonePage;
    }
}
