package dev.mintmark.http;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds a body whose length nobody announced (chunked): it is read whole, up to the limit, before any of it is parsed,
 * so that a body over the limit is always that and never a parser's complaint.
 */
@Provider
public final class BodyLimit implements ReaderInterceptor {
    /** Looked up late: interceptors are made before the settings can be read. */
    private final Instance<HttpLimits> limits;

    BodyLimit(Instance<HttpLimits> limits) {
        this.limits = limits;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        int limit = limits.get().body();
        byte[] body = read(context.getInputStream(), limit + 1);
        if (body.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (NumberFormatException e) {
            // Jackson does not count an exponent beyond 32 bits among its own complaints.
            throw new BadRequestException();
        }
    }

    /** A caller who hangs up, or stops sending, is no failure of ours: without this each one is an error in the log. */
    private static byte[] read(InputStream stream, int length) {
        try {
            return stream.readNBytes(length);
        } catch (IOException e) {
            throw new BadRequestException();
        }
    }
}
