package trivial;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Returns the member of the request. */
@Path("/trivial")
public class TrivialResource {
    /** The request and the response. */
    public record Message(String text) {}

    @POST
    public Message echo(Message message) {
        return message;
    }
}
