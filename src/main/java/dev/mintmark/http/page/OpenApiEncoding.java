package dev.mintmark.http.page;

import dev.mintmark.http.wire.PublicDocument;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Announces the encoding of {@code GET /q/openapi}. The route of the extension sees the document alone, not the request, so
 * the header of the request is kept in the context of the request.
 */
@Singleton
public class OpenApiEncoding {
    private static final String PATH = "/q/openapi";
    private static final String KEY = OpenApiEncoding.class.getName();
    private static final int BEFORE_ROUTES = 100;

    void register(@Observes Filters filters) {
        filters.register(OpenApiEncoding::announce, BEFORE_ROUTES);
    }

    private static void announce(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Context context = Vertx.currentContext();
        if (PATH.equals(request.path()) && request.method().equals(HttpMethod.GET) && context != null) {
            String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            routing.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (PublicDocument.acceptsGzip(encodings)) {
                context.putLocal(KEY, encodings);
                routing.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        routing.next();
    }

    /** The {@code Accept-Encoding} of the current request; null if it does not allow gzip, or outside a request. */
    static @Nullable String ofCurrentRequest() {
        Context context = Vertx.currentContext();
        return context == null ? null : context.<String>getLocal(KEY);
    }
}
