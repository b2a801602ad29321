package dev.mintmark.http.guard;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Says whether a request has a valid API key, for operations that take one in the place of something else. */
@Singleton
public class PresentedApiKey {
    private final Guard guard;

    PresentedApiKey(Guard guard) {
        this.guard = guard;
    }

    /** Whether API key authentication is on and {@code X-Api-Key} holds one valid key. */
    public boolean isValid(HttpHeaders headers) {
        List<String> keys = headers.getRequestHeader(GuardFilter.API_KEY);
        return keys != null
                && keys.size() == 1
                && !guard.isOpen()
                && guard.callerOf(keys.get(0)).isPresent();
    }

    /** The same, or the key is the bearer token of {@code Authorization} (the initial access token of RFC 7591). */
    public boolean isValidOrBearer(HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean isBearer = authorization != null
                && authorization.regionMatches(true, 0, GuardFilter.SCHEME, 0, GuardFilter.SCHEME.length());
        return isBearer
                ? !guard.isOpen()
                        && guard.callerOf(authorization
                                        .substring(GuardFilter.SCHEME.length())
                                        .strip())
                                .isPresent()
                : isValid(headers);
    }
}
