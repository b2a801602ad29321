package dev.mintmark.http.limit;

import dev.mintmark.http.problem.BodyTooLargeException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Receives a whole body, up to the limit, before the request takes a worker thread and before parsing begins. Otherwise a
 * few hundred slow clients occupy all worker threads, and a body over the limit may be reported as a syntax error. This is
 * a filter because a {@code ReaderInterceptor} makes Quarkus look up the resource's annotations by reflection for each
 * request, which takes 8 % of minting.
 */
@Singleton
final class BodyReceiver {
    /** Looked up late: filters are created before the settings can be read. */
    private final Instance<HttpLimits> limits;

    BodyReceiver(Instance<HttpLimits> limits) {
        this.limits = limits;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.ENTITY_CODER)
    void receive(ResteasyReactiveContainerRequestContext context, RoutingContext routing) {
        if (!routing.request().isEnded()) {
            context.suspend();
            new Reception(context, routing).start(limits.get());
        }
    }

    /** One body that is being received, always on the event loop of its connection. */
    private static final class Reception {
        private static final long NO_TIMER = -1;

        private final ResteasyReactiveContainerRequestContext context;
        private final HttpServerRequest request;
        private final Vertx vertx;
        private final Buffer body = Buffer.buffer();
        private boolean isOver;
        private long timer = NO_TIMER;

        private Reception(ResteasyReactiveContainerRequestContext context, RoutingContext routing) {
            this.context = context;
            this.request = routing.request();
            this.vertx = routing.vertx();
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
                long timeout = limits.timeout().toMillis();
                timer = vertx.setTimer(timeout, late -> request.connection().close());
            }
        }

        private void add(Buffer chunk, int limit) {
            if (body.length() + chunk.length() <= limit) {
                body.appendBuffer(chunk);
            } else if (!isOver) {
                // The rest of the body is not read.
                request.pause();
                stop();
                context.resume(new BodyTooLargeException(limit));
            }
        }

        private void finish() {
            if (!isOver) {
                stop();
                context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
                context.resume();
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
