package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginMethod;
import dev.mintmark.oauth.ticket.LoginEffects;
import java.time.Instant;

/**
 * A user who is signed in.
 *
 * @param user the user
 * @param authTime when
 * @param method how
 * @param claims over those of the user, by a ticket
 * @param effects what else a ticket changes
 */
record SignIn(User user, Instant authTime, LoginMethod method, ObjectNode claims, LoginEffects effects) {
    SignIn(User user, Instant authTime, LoginMethod method) {
        this(user, authTime, method, JsonNodeFactory.instance.objectNode(), LoginEffects.NONE);
    }
}
