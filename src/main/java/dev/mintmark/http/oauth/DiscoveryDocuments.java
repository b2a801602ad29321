package dev.mintmark.http.oauth;

import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.metadata.ProviderMetadata;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes the discovery document. */
@Singleton
public class DiscoveryDocuments {
    private static final int MAX_AGE_SECONDS = 60;

    private final OAuthRequests requests;
    private final ProviderMetadata metadata;
    private final OAuthMetrics metrics;

    DiscoveryDocuments(OAuthRequests requests, ProviderMetadata metadata, OAuthMetrics metrics) {
        this.requests = requests;
        this.metadata = metadata;
        this.metrics = metrics;
    }

    Response root(RoutingContext routing) {
        return of(requests.issuer(IssuerName.ROOT, routing.request()));
    }

    Response named(String name, RoutingContext routing) {
        return of(requests.issuer(name, routing.request()));
    }

    private Response of(OAuthIssuer issuer) {
        return metadata.of(issuer)
                .map(document -> {
                    metrics.succeeded("discovery");
                    return OAuthResponses.json(200, document)
                            .header(HttpHeaders.CACHE_CONTROL, null)
                            .header("Pragma", null)
                            .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + MAX_AGE_SECONDS)
                            .header(HttpHeaders.VARY, HttpHeaders.HOST)
                            .build();
                })
                .orElseGet(() -> {
                    metrics.failed("discovery", OAuthError.TEMPORARILY_UNAVAILABLE);
                    return OAuthResponses.error(
                            OAuthError.TEMPORARILY_UNAVAILABLE,
                            "The key ring has no asymmetric key that could sign ID tokens");
                });
    }
}
