package dev.mintmark.http.oauth;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Headers of the login pages and redirects that differ from those of the other answers: popups keep their opener, and a form
 * of the page sends its origin, which {@code no-referrer} would hide.
 */
@Singleton
class BrowserHeaders {
    /** Before the routes; the headers are written when the answer begins, in the place of the general ones. */
    private static final int FIRST = 1000;

    private static final Pattern PATH = Pattern.compile("/(oauth2|issuers/.+)/(authorize|login|logout|session)");

    void register(@Observes Filters filters) {
        filters.register(BrowserHeaders::filter, FIRST);
    }

    private static void filter(RoutingContext context) {
        if (PATH.matcher(context.normalizedPath()).matches()) {
            HttpServerResponse response = context.response();
            context.addHeadersEndHandler(written -> response.putHeader("Cross-Origin-Opener-Policy", "unsafe-none")
                    .putHeader("Referrer-Policy", "same-origin"));
        }
        context.next();
    }
}
