package dev.mintmark.http.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.limit.RequestEnd;
import dev.mintmark.http.problem.ServiceBusyException;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.batch.Batch;
import dev.mintmark.service.batch.BatchMinter;
import dev.mintmark.service.request.BatchRequest;
import dev.mintmark.service.response.MintResponse;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code POST /tokens/batch} mints many tokens and returns one line for each. */
@Path("/tokens/batch")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({BatchResource.NDJSON, MediaType.TEXT_PLAIN})
public class BatchResource {
    static final String NDJSON = "application/x-ndjson";

    private final BatchMinter service;
    private final BatchWorkers workers;
    private final CurrentVertxRequest current;
    private final ObjectWriter json;

    BatchResource(BatchMinter service, BatchWorkers workers, CurrentVertxRequest current, ObjectMapper mapper) {
        this.service = service;
        this.workers = workers;
        this.current = current;
        this.json = mapper.writerFor(MintResponse.class);
    }

    @POST
    @Guarded
    @OriginChecked
    @NoStore
    public Response mint(@NotNull(message = BodyLimits.BODY_MISSING) @Valid BatchRequest request) {
        Batch batch = service.open(request);
        boolean compact = request.compact().orElse(false);
        BatchLines lines = new BatchLines(batch, compact ? Optional.empty() : Optional.of(json));
        BatchSlot slot =
                workers.enter().orElseThrow(() -> new ServiceBusyException("Too many batches are being minted"));
        RequestEnd.of(current.getCurrent()).then(slot::close);
        return Response.ok(new BatchEntity(lines, slot), compact ? MediaType.TEXT_PLAIN : NDJSON)
                .build();
    }
}
