package dev.mintmark.http.limit;

import dev.mintmark.http.problem.BodyTooLargeException;
import dev.mintmark.http.problem.ServiceBusyException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** One body that is being received, always on the event loop of its connection. */
final class BodyReception {
    private static final long NO_TIMER = -1;

    private final ResteasyReactiveContainerRequestContext context;
    private final RoutingContext routing;
    private final HttpServerRequest request;
    private final Context eventLoop;
    private final HttpLimits limits;
    private final IncompleteBodies incomplete;
    private final ConcurrencyLimit concurrency;
    private final Buffer body = Buffer.buffer();
    private boolean isOver;
    private boolean isIncomplete;
    private long timer = NO_TIMER;

    BodyReception(
            ResteasyReactiveContainerRequestContext context,
            RoutingContext routing,
            HttpLimits limits,
            IncompleteBodies incomplete,
            ConcurrencyLimit concurrency) {
        this.context = context;
        this.routing = routing;
        this.request = routing.request();
        this.eventLoop = routing.vertx().getOrCreateContext();
        this.limits = limits;
        this.incomplete = incomplete;
        this.concurrency = concurrency;
    }

    void start() {
        request.handler(this::add);
        request.endHandler(end -> finish());
        request.exceptionHandler(closed -> stop());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
        if (!isOver) {
            // The body did not arrive together with the head: it may take a while, and must not count as in progress.
            isIncomplete = true;
            RequestSlot.of(routing).release();
            RequestEnd.of(routing).then(() -> incomplete.remove(this));
            timer = routing.vertx().setTimer(limits.timeout().toMillis(), late -> disconnect());
            incomplete.update(this, body.length());
        }
    }

    /** Answers with a 503 and closes the connection. May be called from any thread. */
    void giveUp() {
        eventLoop.runOnContext(run -> {
            if (!isOver) {
                concurrency.countRefused();
                refuse(new ServiceBusyException("Too many requests have an incomplete body"));
                if (request.version() != HttpVersion.HTTP_2) {
                    RequestEnd.of(routing).then(() -> request.connection().close());
                }
            }
        });
    }

    private void add(Buffer chunk) {
        if (isOver) {
            return;
        }
        if (body.length() + chunk.length() > limits.body()) {
            refuse(new BodyTooLargeException(limits.body()));
            return;
        }
        body.appendBuffer(chunk);
        if (isIncomplete) {
            incomplete.update(this, body.length());
        }
    }

    private void finish() {
        if (isOver) {
            return;
        }
        stop();
        if (isIncomplete && !RequestSlot.of(routing).take()) {
            concurrency.countRefused();
            context.resume(new ServiceBusyException("Too many requests are in progress"));
            return;
        }
        context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
        context.resume();
    }

    /** The rest of the body is not read. */
    private void refuse(RuntimeException reason) {
        request.pause();
        stop();
        context.resume(reason);
    }

    private void disconnect() {
        stop();
        if (request.version() == HttpVersion.HTTP_2) {
            // Other requests share the connection.
            request.response().reset();
        } else {
            var unused = request.connection().close();
        }
        RequestEnd.of(routing).reach();
    }

    private void stop() {
        isOver = true;
        incomplete.remove(this);
        if (timer != NO_TIMER) {
            routing.vertx().cancelTimer(timer);
        }
    }
}
