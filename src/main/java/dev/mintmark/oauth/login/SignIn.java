package dev.mintmark.oauth.login;

import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginMethod;
import java.time.Instant;

/**
 * A user who is signed in.
 *
 * @param user the user
 * @param authTime when
 * @param method how
 */
record SignIn(User user, Instant authTime, LoginMethod method) {}
