package dev.mintmark.http.page;

import io.quarkus.runtime.LaunchMode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /page/…} returns the files of the web page. */
@Path("/page/{version}/{name:.+}")
public class PageResource {
    private final PageFiles files = PageFiles.load();

    @GET
    public Response file(
            @PathParam("version") String version,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        if (!version.equals(files().version())) {
            throw new NotFoundException();
        }
        PageFile file = files().find(name).orElseThrow(NotFoundException::new);
        return answer(file, encodings)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }

    /** Reads the files for each request in dev mode, so that a reload shows the latest edit. */
    PageFiles files() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT ? PageFiles.load() : files;
    }

    static Response.ResponseBuilder answer(PageFile file, @Nullable String encodings) {
        return file.document().ok(encodings).header(HttpHeaders.CONTENT_TYPE, file.type());
    }
}
