package dev.mintmark.http.gateway;

import dev.mintmark.http.oauth.OAuthMetrics;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.gateway.AccessRequirements;
import dev.mintmark.oauth.gateway.ForwardAuth;
import dev.mintmark.tokens.RevocationsUnavailableException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers one question of a gateway. Any thread may call it but an event loop, because the store may block. */
@Singleton
public class ForwardAuthEndpoint {
    static final String ENDPOINT = "forward-auth";
    private static final String CHALLENGE = "Bearer realm=\"mintmark\"";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

    private final ForwardAuth gateway;
    private final OAuthMetrics metrics;

    ForwardAuthEndpoint(ForwardAuth gateway, OAuthMetrics metrics) {
        this.gateway = gateway;
        this.metrics = metrics;
    }

    /**
     * An answer without a body.
     *
     * @param status 200, 401, 403 or 503
     * @param headers the header fields, of which the gateway copies {@code X-Auth-*}
     */
    record Answer(int status, Map<String, String> headers) {}

    /**
     * Verifies the token of a request.
     *
     * @param query the raw query, which holds the requirements
     * @param authorization all fields of this name
     */
    Answer check(OAuthIssuer issuer, @Nullable String query, List<String> authorization) {
        try {
            AccessRequirements requirements = requirements(query);
            Optional<String> token = token(authorization);
            if (token.isEmpty()) {
                metrics.showed(ENDPOINT, "no_token");
                return answer(401, CHALLENGE);
            }
            Map<String, String> identity =
                    gateway.check(issuer, token.get(), requirements).headers();
            metrics.succeeded(ENDPOINT);
            return new Answer(200, withNoStore(identity));
        } catch (OAuthException e) {
            return refuse(e);
        } catch (RevocationsUnavailableException | KeysUnavailableException e) {
            metrics.failed(ENDPOINT, OAuthError.TEMPORARILY_UNAVAILABLE);
            return new Answer(503, withNoStore(Map.of(HttpHeaders.RETRY_AFTER, "1")));
        }
    }

    /** A path that continues after the endpoint: a proxy that appends what its caller sent may not reach another path. */
    Answer refusePath() {
        return refuse(new OAuthException(
                OAuthError.INSUFFICIENT_SCOPE,
                "The gateway appends a path to the URL; it must call exactly this path"));
    }

    private static AccessRequirements requirements(@Nullable String query) {
        Parameters parameters;
        try {
            parameters = Parameters.parse(query == null ? "" : query);
        } catch (OAuthException e) {
            throw new OAuthException(OAuthError.INSUFFICIENT_SCOPE, e.description());
        }
        return AccessRequirements.parse(parameters);
    }

    /** Other schemes count as no token, so that the challenge says which one is right (RFC 6750 section 3.1). */
    private static Optional<String> token(List<String> authorization) {
        if (authorization.size() > 1) {
            throw new OAuthException(OAuthError.INVALID_TOKEN, "The request has more than one Authorization header");
        }
        String value = authorization.isEmpty() ? "" : authorization.get(0);
        if (!value.regionMatches(true, 0, "bearer", 0, "bearer".length())) {
            return Optional.empty();
        }
        Matcher matcher = BEARER.matcher(value);
        if (!matcher.matches()) {
            throw new OAuthException(OAuthError.INVALID_TOKEN, "The Authorization header is not Bearer and one token");
        }
        return Optional.of(matcher.group(1));
    }

    private Answer refuse(OAuthException e) {
        metrics.failed(ENDPOINT, e.error());
        return answer(
                e.error().status(),
                CHALLENGE + ", error=\"" + e.error().wireName() + "\", error_description=\"" + e.description() + '"');
    }

    private static Answer answer(int status, String challenge) {
        return new Answer(status, withNoStore(Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge)));
    }

    private static Map<String, String> withNoStore(Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(HttpHeaders.CACHE_CONTROL, "no-store");
        return all;
    }
}
