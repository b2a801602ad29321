package dev.mintmark.http.wire;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import dev.mintmark.http.problem.BodyEncodingException;
import dev.mintmark.jose.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;

/** Rejects bodies that are not UTF-8 or have lone surrogates, which Jackson replaces, accepts or reads as UTF-16. */
final class StrictUtf8 extends InputDecorator {
    private static final long serialVersionUID = 1L;

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        // The body is received and bounded already.
        return checked(in.readAllBytes());
    }

    @Override
    public InputStream decorate(IOContext context, byte[] source, int offset, int length) throws IOException {
        return checked(Arrays.copyOfRange(source, offset, offset + length));
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    private static InputStream checked(byte[] body) throws BodyEncodingException {
        var error = JsonText.error(body);
        if (error.isPresent()) {
            throw new BodyEncodingException("The body " + error.get().detail());
        }
        return new ByteArrayInputStream(body);
    }
}
