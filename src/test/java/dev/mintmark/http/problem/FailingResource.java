package dev.mintmark.http.problem;

import dev.mintmark.keys.KeysUnavailableException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Only in tests: fails with a message that no response may contain. */
@Path("/test")
public class FailingResource {
    static final String CONFIDENTIAL = "eyJhbGciOiJIUzI1NiJ9.confidential";

    @GET
    @Path("/unexpected")
    public String unexpected() {
        throw new IllegalStateException(CONFIDENTIAL, new IllegalArgumentException(CONFIDENTIAL));
    }

    @GET
    @Path("/number")
    public String number() {
        return String.valueOf(Integer.parseInt(CONFIDENTIAL));
    }

    @GET
    @Path("/unavailable")
    public String unavailable() {
        throw new KeysUnavailableException();
    }
}
