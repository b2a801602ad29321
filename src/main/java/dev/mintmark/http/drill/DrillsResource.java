package dev.mintmark.http.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mintmark.drills.DrillCatalogue;
import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.problem.NotFoundProblemException;
import dev.mintmark.http.problem.ServiceBusyException;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.http.wire.PublicDocument;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthIssuers;
import dev.mintmark.service.DrillResult;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.request.DrillRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** {@code /drills}: the catalogue, and suites of deliberately bad tokens. */
@Path("/drills")
public class DrillsResource {
    static final String NDJSON = "application/x-ndjson";

    private final DrillService service;
    private final DrillSwitch drills;
    private final OAuthIssuers issuers;
    private final ObjectMapper mapper;
    private final PublicDocument catalogue;

    /** A suite costs two hundred signatures, so it must not occupy all worker threads. */
    private final Semaphore suites = new Semaphore(Runtime.getRuntime().availableProcessors());

    DrillsResource(DrillService service, DrillSwitch drills, OAuthIssuers issuers, ObjectMapper mapper)
            throws JsonProcessingException {
        this.service = service;
        this.drills = drills;
        this.issuers = issuers;
        this.mapper = mapper;
        this.catalogue = PublicDocument.of(mapper.writeValueAsBytes(new CatalogueResponse(
                DrillCatalogue.get().drills().stream().map(DrillReport::of).toList())));
    }

    /** The catalogue. */
    record CatalogueResponse(List<DrillReport> drills) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response catalogue(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        drills.require();
        return catalogue.ok(encodings).type(MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public DrillReport drill(@PathParam("id") String id) {
        drills.require();
        return DrillCatalogue.get()
                .drill(id)
                .map(DrillReport::of)
                .orElseThrow(() -> new NotFoundProblemException("No drill has this id. GET /drills lists the drills."));
    }

    @POST
    @Guarded
    @OriginChecked
    @NoStore
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, NDJSON})
    public Response make(
            @HeaderParam(HttpHeaders.ACCEPT) List<String> accept,
            @Context RoutingContext routing,
            @NotNull(message = BodyLimits.BODY_MISSING) @Valid DrillRequest request)
            throws JsonProcessingException {
        drills.require();
        Optional<String> base = base(routing);
        SuiteReport suite = SuiteReport.of(make(request, base), base);
        boolean lines = accept.stream().anyMatch(value -> value.contains(NDJSON));
        return lines
                ? Response.ok(lines(suite), NDJSON).build()
                : Response.ok(suite, MediaType.APPLICATION_JSON).build();
    }

    private DrillResult make(DrillRequest request, Optional<String> base) {
        if (!suites.tryAcquire()) {
            throw new ServiceBusyException("Too many suites of drills are being made");
        }
        try {
            return service.make(request, base);
        } finally {
            suites.release();
        }
    }

    /** The base URL of the service at one of its known origins, which is never taken from the request alone. */
    private Optional<String> base(RoutingContext routing) {
        if (!issuers.areServed()) {
            return Optional.empty();
        }
        HostAndPort authority = routing.request().authority();
        String origin = authority == null ? "" : routing.request().scheme() + "://" + authority;
        return Optional.of(issuers.resolve(IssuerName.ROOT, origin).base());
    }

    private String lines(SuiteReport suite) throws JsonProcessingException {
        StringBuilder lines = new StringBuilder(mapper.writeValueAsString(suite.head())).append('\n');
        for (DrillReport drill : suite.drills()) {
            lines.append(mapper.writeValueAsString(drill)).append('\n');
        }
        return lines.toString();
    }
}
