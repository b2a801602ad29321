package dev.mintmark.http.batch;

import dev.mintmark.http.limit.RequestEnd;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes a batch to the connection as fast as the client reads, without a waiting thread. */
@Provider
public final class BatchWriter implements ServerMessageBodyWriter<BatchEntity> {
    /** Looked up late: writers are created before the settings can be read. */
    private final Instance<BatchWorkers> workers;

    BatchWriter(Instance<BatchWorkers> workers) {
        this.workers = workers;
    }

    @Override
    public void writeResponse(BatchEntity batch, Type type, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        ServerHttpResponse response = context.serverResponse();
        response.setChunked(true);
        BatchStream stream =
                new BatchStream(batch.lines(), workers.get(), batch.slot(), new Connection(request, response));
        RequestEnd.of(request.unwrap(RoutingContext.class)).then(stream::cancel);
        stream.start();
    }

    /** The client of the batch. */
    private record Connection(ResteasyReactiveRequestContext request, ServerHttpResponse response)
            implements BatchStream.Reader {
        @Override
        public CompletionStage<Void> take(byte[] lines) {
            try {
                return response.write(lines);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public void end() {
            response.end();
            request.resume();
        }

        /**
         * Ends the response without the last HTTP chunk, so that a client does not take the partial batch for a complete
         * one. On HTTP/1 a reset response fires no end event, and the request would count as in progress forever;
         * closing the connection fires it.
         */
        @Override
        public void abort() {
            HttpServerRequest http = request.unwrap(RoutingContext.class).request();
            if (http.version() == HttpVersion.HTTP_2) {
                response.reset();
            } else {
                var unused = http.connection().close();
            }
            request.resume();
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == BatchEntity.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == BatchEntity.class;
    }

    @Override
    public void writeTo(
            BatchEntity batch,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("A batch is written by writeResponse");
    }
}
