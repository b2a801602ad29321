package dev.mintmark.http.oauth;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The stylesheet of the login pages. */
@Path("/oauth2/login.css")
public class StylesheetResource {
    private static final String FILE = "login.css";

    private final byte[] css;

    StylesheetResource() {
        try (InputStream in = Objects.requireNonNull(StylesheetResource.class.getResourceAsStream(FILE), FILE)) {
            this.css = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    public Response css() {
        return Response.ok(css)
                .header(HttpHeaders.CONTENT_TYPE, "text/css;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
