package dev.mintmark.http.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A document that is the same for every client, compressed for the first client that accepts it if that makes it smaller. Only such documents are
 * compressed: the size of a compressed response with a secret and with text of the request reveals the secret (BREACH).
 *
 * <p>The compression of Quarkus is not used, because it compresses each response again on the event loop and gives both
 * encodings the same entity tag (RFC 9110 section 8.8.3.3).
 */
public final class PublicDocument {
    private static final String GZIP = "gzip";

    private final byte[] plain;
    private volatile byte @Nullable [] gzip;

    private PublicDocument(byte[] plain) {
        this.plain = plain;
    }

    public static PublicDocument of(byte[] content) {
        return new PublicDocument(content.clone());
    }

    /** Whether a client with this {@code Accept-Encoding} gets the compressed form. */
    public boolean isCompressedFor(@Nullable String acceptEncoding) {
        return acceptsGzip(acceptEncoding) && gzip().length < plain.length;
    }

    /** The bytes for a client with this {@code Accept-Encoding}. */
    public byte[] bytes(@Nullable String acceptEncoding) {
        return isCompressedFor(acceptEncoding) ? gzip().clone() : plain.clone();
    }

    /** A 200 in the encoding that the client accepts, with {@code Vary}. */
    public Response.ResponseBuilder ok(@Nullable String acceptEncoding) {
        Response.ResponseBuilder response =
                Response.ok(bytes(acceptEncoding)).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return isCompressedFor(acceptEncoding) ? response.header(HttpHeaders.CONTENT_ENCODING, GZIP) : response;
    }

    /** The tag of the form that a client with this {@code Accept-Encoding} gets, from the quoted tag of the plain form. */
    public String etag(String plainTag, @Nullable String acceptEncoding) {
        return isCompressedFor(acceptEncoding)
                ? plainTag.substring(0, plainTag.length() - 1) + '-' + GZIP + '"'
                : plainTag;
    }

    /** Whether the header allows gzip by name or by {@code *}; the name has precedence (RFC 9110 section 12.5.3). */
    public static boolean acceptsGzip(@Nullable String acceptEncoding) {
        boolean isAccepted = false;
        for (String range : acceptEncoding == null ? new String[0] : acceptEncoding.split(",")) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", 2);
            boolean isAllowed = parts.length == 1 || !parts[1].matches("q\\s*=\\s*0(\\.0*)?");
            if (parts[0].equals(GZIP)) {
                return isAllowed;
            }
            isAccepted |= parts[0].equals("*") && isAllowed;
        }
        return isAccepted;
    }

    private byte[] gzip() {
        byte[] known = gzip;
        if (known == null) {
            known = compress(plain);
            gzip = known;
        }
        return known;
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
