package dev.mintmark.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Receives a body whole, up to the limit, before the request takes a thread or any of it is parsed: otherwise a few
 * hundred clients that send slowly would hold every thread there is, and the service with them; and a body over the limit
 * is always that and never a parser's complaint. This is a filter, as a {@code ReaderInterceptor} makes Quarkus look up
 * the resource's annotations by reflection for each request, which took 8 % of minting.
 */
@Singleton
final class BodyReceiver {
    /** Looked up late: filters are made before the settings can be read. */
    private final Instance<HttpLimits> limits;

    BodyReceiver(Instance<HttpLimits> limits) {
        this.limits = limits;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.ENTITY_CODER)
    Uni<Void> receive(ContainerRequestContext context, RoutingContext routing) {
        if (routing.request().isEnded()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().emitter(received -> new Reception(context, routing, received).start(limits.get()));
    }

    /** One body on its way; all of it happens on the connection's own thread. */
    private static final class Reception {
        private static final long NO_TIMER = -1;

        private final ContainerRequestContext context;
        private final HttpServerRequest request;
        private final Vertx vertx;
        private final UniEmitter<? super Void> received;
        private final Buffer body = Buffer.buffer();
        private boolean isOver;
        private long timer = NO_TIMER;

        private Reception(ContainerRequestContext context, RoutingContext routing, UniEmitter<? super Void> received) {
            this.context = context;
            this.request = routing.request();
            this.vertx = routing.vertx();
            this.received = received;
        }

        void start(HttpLimits limits) {
            request.handler(chunk -> add(chunk, limits.body()));
            request.endHandler(end -> finish());
            request.exceptionHandler(closed -> stop());
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
            if (!isOver) {
                long patience = limits.patience().toMillis();
                timer = vertx.setTimer(patience, late -> request.connection().close());
            }
        }

        private void add(Buffer chunk, int limit) {
            if (body.length() + chunk.length() <= limit) {
                body.appendBuffer(chunk);
            } else if (!isOver) {
                // The rest stays where it is.
                request.pause();
                stop();
                received.fail(new BodyTooLargeException(limit));
            }
        }

        private void finish() {
            if (!isOver) {
                stop();
                context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
                received.complete(null);
            }
        }

        private void stop() {
            isOver = true;
            if (timer != NO_TIMER) {
                vertx.cancelTimer(timer);
            }
        }
    }
}
