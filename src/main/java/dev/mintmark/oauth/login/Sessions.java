package dev.mintmark.oauth.login;

import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.SealedValues.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Seals sessions into the value of a cookie. */
public final class Sessions {
    /** How long a login lasts. */
    public static final Duration LIFETIME = Duration.ofHours(8);

    /** A browser that knows the issuers {@code a} and {@code a/b} sends both cookies; more than a few are hostile. */
    private static final int MAX_COOKIES = 8;

    private final SealedValues sealed;

    public Sessions(SealedValues sealed) {
        this.sealed = sealed;
    }

    String seal(IssuerName issuer, Session session) {
        return sealed.seal(Kind.SESSION, issuer, session.toJson(), LIFETIME);
    }

    /** The session of an issuer among the values of the cookies; one that cannot be opened counts as none. */
    Optional<Session> find(IssuerName issuer, List<String> cookies) {
        return cookies.stream()
                .limit(MAX_COOKIES)
                .flatMap(cookie -> sealed.open(Kind.SESSION, issuer, cookie).stream())
                .map(Session::ofJson)
                .findFirst();
    }
}
