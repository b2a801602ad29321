package dev.mintmark.http.oauth;

import dev.mintmark.http.guard.PresentedApiKey;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.client.ClientRegistration;
import dev.mintmark.oauth.grant.TokenEndpoint;
import dev.mintmark.oauth.grant.TokenResponse;
import dev.mintmark.oauth.token.Introspection;
import dev.mintmark.oauth.token.TokenRevocation;
import dev.mintmark.oauth.token.UserInfo;
import dev.mintmark.tokens.RevocationsUnavailableException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The endpoints that clients call: token, userinfo, introspect, revoke and register. */
@Singleton
public class ClientEndpoints {
    private static final String BEARER = "Bearer ";

    private final TokenEndpoint tokens;
    private final UserInfo userInfo;
    private final Introspection introspection;
    private final TokenRevocation revocation;
    private final ClientRegistration registration;
    private final PresentedApiKey apiKey;
    private final OAuthMetrics metrics;

    ClientEndpoints(
            TokenEndpoint tokens,
            UserInfo userInfo,
            Introspection introspection,
            TokenRevocation revocation,
            ClientRegistration registration,
            PresentedApiKey apiKey,
            OAuthMetrics metrics) {
        this.tokens = tokens;
        this.userInfo = userInfo;
        this.introspection = introspection;
        this.revocation = revocation;
        this.registration = registration;
        this.apiKey = apiKey;
        this.metrics = metrics;
    }

    Response token(OAuthIssuer issuer, HttpHeaders headers, byte[] body) {
        return answer("token", () -> {
            Parameters form = OAuthRequests.form(headers, body);
            TokenResponse granted = tokens.handle(issuer, form, authorization(headers), apiKey.isValid(headers));
            Response.ResponseBuilder response = OAuthResponses.json(200, granted.members());
            granted.fault().ifPresent(fault -> response.header(FaultFilter.HEADER, fault.wireName()));
            return response.build();
        });
    }

    Response introspect(OAuthIssuer issuer, HttpHeaders headers, byte[] body) {
        return answer("introspect", () -> {
            Parameters form = OAuthRequests.form(headers, body);
            return OAuthResponses.json(
                            200, introspection.handle(issuer, form, authorization(headers), apiKey.isValid(headers)))
                    .build();
        });
    }

    Response revoke(OAuthIssuer issuer, HttpHeaders headers, byte[] body) {
        return answer("revoke", () -> {
            revocation.handle(issuer, OAuthRequests.form(headers, body), authorization(headers));
            return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        });
    }

    /** The metadata is JSON: a form, which any web page may send, registers nothing. */
    Response register(OAuthIssuer issuer, HttpHeaders headers, byte[] body) {
        return answer("register", () -> {
            try {
                OAuthRequests.requireJson(headers);
                return OAuthResponses.json(201, registration.register(issuer, body, apiKey.isValidOrBearer(headers)))
                        .build();
            } catch (OAuthException e) {
                if (e.error() != OAuthError.INVALID_TOKEN) {
                    throw e;
                }
                metrics.failed("register", e.error());
                return OAuthResponses.bearerError(e);
            }
        });
    }

    /** The body counts for POST alone, and only if it is a form. */
    Response userInfo(OAuthIssuer issuer, HttpHeaders headers, Optional<byte[]> body) {
        Optional<String> token;
        try {
            token = presentedToken(headers, body);
        } catch (OAuthException e) {
            metrics.failed("userinfo", e.error());
            return OAuthResponses.bearerError(e);
        }
        if (token.isEmpty()) {
            metrics.showed("userinfo", "no_token");
            return OAuthResponses.noToken();
        }
        return answer("userinfo", () -> {
            try {
                return FaultFilter.of(userInfo.of(issuer, token.get()));
            } catch (OAuthException e) {
                metrics.failed("userinfo", e.error());
                return OAuthResponses.bearerError(e);
            }
        });
    }

    private static Optional<String> presentedToken(HttpHeaders headers, Optional<byte[]> body) {
        Optional<String> inHeader = authorization(headers)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        boolean isForm = String.valueOf(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .startsWith("application/x-www-form-urlencoded");
        Optional<String> inForm = body.filter(bytes -> isForm && bytes.length > 0)
                .flatMap(bytes ->
                        OAuthRequests.form(headers, bytes).requireSingle().get("access_token"));
        List<String> all = Stream.concat(inHeader.stream(), inForm.stream()).toList();
        if (all.size() > 1) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The access token is presented twice");
        }
        return all.stream().findFirst();
    }

    private static Optional<String> authorization(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    private Response answer(String endpoint, Supplier<Response> handler) {
        try {
            Response response = handler.get();
            if (response.getStatus() < 300) {
                metrics.succeeded(endpoint);
            }
            return response;
        } catch (OAuthException e) {
            metrics.failed(endpoint, e.error());
            return OAuthResponses.error(e);
        } catch (RevocationsUnavailableException e) {
            return unavailable(endpoint, "The store of revocations cannot be reached; try again");
        } catch (KeysUnavailableException e) {
            return unavailable(endpoint, "The service has no asymmetric key, or its keys are not ready yet");
        }
    }

    private Response unavailable(String endpoint, String description) {
        metrics.failed(endpoint, OAuthError.TEMPORARILY_UNAVAILABLE);
        return OAuthResponses.error(OAuthError.TEMPORARILY_UNAVAILABLE, description);
    }
}
