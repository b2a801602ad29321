package dev.mintmark.oauth.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.jose.RandomId;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.grant.AuthorizationCode;
import dev.mintmark.oauth.grant.AuthorizationCodes;
import dev.mintmark.oauth.login.AuthorizationAnswer.ErrorPage;
import dev.mintmark.oauth.login.AuthorizationAnswer.LoginMethod;
import dev.mintmark.oauth.login.AuthorizationAnswer.Outcome;
import java.util.Optional;

/** Issues the code of a signed-in user, and the session that goes with it. */
final class CodeIssuer {
    /** In a URL; a form may carry more. */
    private static final int MAX_CODE = 2048;

    private final AuthorizationCodes codes;
    private final Sessions sessions;
    private final boolean hasFaults;

    CodeIssuer(AuthorizationCodes codes, Sessions sessions, boolean hasFaults) {
        this.hasFaults = hasFaults;
        this.codes = codes;
        this.sessions = sessions;
    }

    /**
     * The answer with a code.
     *
     * @param typed claims that were typed on the login page
     * @param session what the browser has already
     */
    Outcome complete(AuthorizationRequest request, SignIn signIn, ObjectNode typed, Optional<Session> session) {
        if (!request.claims().isSatisfiedBy(signIn.user())) {
            throw new OAuthException(
                    OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS,
                    "The user has another acr than those that the request calls essential");
        }
        Optional<String> error =
                signIn.effects().or(fault(request)).fault().flatMap(fault -> fault.errorAt(Faults.Endpoint.AUTHORIZE));
        if (error.isPresent()) {
            throw new OAuthException(OAuthError.parse(error.get()), "A ticket or the file orders this error");
        }
        String family = RandomId.next();
        IssuerName issuer = request.issuer().name();
        String code;
        try {
            code = codes.seal(issuer, code(request, signIn, typed, family));
        } catch (IllegalArgumentException e) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The request and the typed claims are too large");
        }
        if (code.length() > MAX_CODE && request.delivery().mode() != Delivery.Mode.FORM_POST) {
            return Outcome.of(
                    new ErrorPage(
                            "The code of this login does not fit into a URL. Type fewer claims, or use response_mode=form_post."));
        }
        return new Outcome(
                request.delivery().code(code), cookie(issuer, signIn, session, family), Optional.of(signIn.method()));
    }

    private AuthorizationCode code(AuthorizationRequest request, SignIn signIn, ObjectNode typed, String family) {
        return new AuthorizationCode(
                RandomId.next(),
                request.issuer().issuer().value(),
                request.client().id(),
                request.delivery().target().uri(),
                signIn.user().subject(),
                typed,
                request.scope(),
                request.resource(),
                request.parameters().get("nonce"),
                request.challenge(),
                signIn.authTime(),
                family,
                request.claims(),
                signIn.effects().or(fault(request)));
    }

    private Optional<Faults> fault(AuthorizationRequest request) {
        return hasFaults ? request.client().fault() : Optional.empty();
    }

    /** An ID token hint proves a login and does not begin one. */
    private Optional<String> cookie(IssuerName issuer, SignIn signIn, Optional<Session> session, String family) {
        if (signIn.method() == LoginMethod.ID_TOKEN_HINT) {
            return Optional.empty();
        }
        Session next = session.filter(
                        known -> known.subject().equals(signIn.user().subject())
                                && known.authTime().equals(signIn.authTime())
                                && known.claims().equals(signIn.claims())
                                && known.effects().equals(signIn.effects()))
                .orElseGet(() -> Session.of(signIn));
        return Optional.of(sessions.seal(issuer, next.with(family)));
    }
}
