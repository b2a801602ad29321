package dev.mintmark.http.preset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.preset.Preset;
import dev.mintmark.draft.preset.Presets;
import dev.mintmark.http.problem.NotFoundProblemException;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.http.wire.PublicDocument;
import dev.mintmark.service.PresetResult;
import dev.mintmark.service.PresetService;
import dev.mintmark.service.request.PresetRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /presets}: token requests in the shape of known tokens. They mint nothing. */
@Path("/presets")
@Produces(MediaType.APPLICATION_JSON)
public class PresetsResource {
    private static final String NOTE =
            "The preset imitates the shape of the token. The token is signed by this service.";

    private final PresetService service;
    private final PublicDocument list;

    PresetsResource(PresetService service, ObjectMapper mapper) throws JsonProcessingException {
        this.service = service;
        this.list = PublicDocument.of(mapper.writeValueAsBytes(
                new PresetList(Presets.all().stream().map(PresetReport::of).toList(), NOTE)));
    }

    @GET
    public Response all(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        return list.ok(encodings).type(MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("/{name}")
    public PresetReport one(@PathParam("name") String name) {
        return PresetReport.of(named(name));
    }

    @POST
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NoStore
    public FilledPreset fill(
            @PathParam("name") String name, @NotNull(message = BodyLimits.BODY_MISSING) @Valid PresetRequest request) {
        PresetResult result = service.fill(named(name), request);
        return new FilledPreset(name, result.variant().name(), result.spec(), NOTE);
    }

    private static Preset named(String name) {
        return Presets.named(name)
                .orElseThrow(
                        () -> new NotFoundProblemException("No preset has this name. GET /presets lists the presets."));
    }

    /** All presets. */
    record PresetList(List<PresetReport> presets, String note) {}

    /** A body for {@code POST /tokens}. */
    record FilledPreset(String preset, String variant, ObjectNode spec, String note) {}
}
