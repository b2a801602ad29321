package dev.mintmark.oauth.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What holds for one issuer.
 *
 * @param iss the exact {@code iss} of its tokens, where it is not its URL
 * @param users the names of those who can sign in; empty for all
 * @param autoLogin the user who is signed in without a page
 * @param clock how far its clock is ahead of the present; negative for behind
 * @param acceptsUnknownClients whether clients may use it that the configuration does not list
 * @param requests the rules of its token requests; the first that fits holds
 */
public record IssuerRule(
        Optional<String> iss,
        Optional<List<String>> users,
        Optional<String> autoLogin,
        Duration clock,
        boolean acceptsUnknownClients,
        List<RequestRule> requests) {
    public IssuerRule {
        requests = List.copyOf(requests);
    }

    /** No rule of its own. */
    public static final IssuerRule NONE =
            new IssuerRule(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO, true, List.of());
}
