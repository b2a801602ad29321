package dev.mintmark.http.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /} returns the web page, which is a client of the API like any other. */
@Path("/")
public class RootResource {
    /** Allows only the service's own files and API, and no markup from data, because no trusted-types policy is allowed. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    /** The page writes to the clipboard and uses no other device feature. */
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final PageResource page;

    RootResource(PageResource page) {
        this.page = page;
    }

    @GET
    public Response page(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        return PageResource.answer(page.files().index(), encodings)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Permissions-Policy", PERMISSIONS)
                .build();
    }
}
