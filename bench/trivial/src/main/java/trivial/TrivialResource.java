package trivial;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Gives back the one member it was given. */
@Path("/trivial")
public class TrivialResource {
    /** What comes and what goes. */
    public record Message(String text) {}

    @POST
    public Message echo(Message message) {
        return message;
    }
}
