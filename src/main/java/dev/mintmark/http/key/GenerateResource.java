package dev.mintmark.http.key;

import dev.mintmark.http.guard.Guarded;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.problem.ServiceBusyException;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.service.read.AlgorithmNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** {@code POST /keys/generate} generates a key for the caller and does not keep it. */
@Path("/keys/generate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GenerateResource {
    private static final Set<Algorithm.Family> RSA = Set.of(Algorithm.Family.RSA, Algorithm.Family.RSA_PSS);

    /** RSA generation takes hundreds of milliseconds of CPU, so it must not occupy all worker threads. */
    private final Semaphore rsa = new Semaphore(Runtime.getRuntime().availableProcessors());

    @POST
    @Guarded
    @OriginChecked
    @NoStore
    public KeyForms generate(@NotNull(message = BodyLimits.BODY_MISSING) @Valid GenerateRequest request) {
        Algorithm algorithm = AlgorithmNames.require("/algorithm", request.algorithm());
        return KeyForms.of(generate(algorithm).withAlgorithm(request.algorithm()));
    }

    private Jwk generate(Algorithm algorithm) {
        if (!RSA.contains(algorithm.family())) {
            return GeneratedKey.of(algorithm);
        }
        if (!rsa.tryAcquire()) {
            throw new ServiceBusyException("Too many RSA keys are being generated");
        }
        try {
            return GeneratedKey.of(algorithm);
        } finally {
            rsa.release();
        }
    }
}
