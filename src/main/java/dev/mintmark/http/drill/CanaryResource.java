package dev.mintmark.http.drill;

import dev.mintmark.drills.Canary;
import dev.mintmark.drills.Canary.OpenSuite;
import dev.mintmark.http.problem.NotFoundProblemException;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import dev.mintmark.service.DrillService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The URLs that bad tokens name. A service that fetches one trusts what the token says; the hit is noted. */
@Path("/drills")
public class CanaryResource {
    private static final String CERTIFICATE = "application/x-pem-file";
    private static final String UNKNOWN = "No suite has this name, or it has ended.";

    private final DrillService service;
    private final DrillSwitch drills;

    CanaryResource(DrillService service, DrillSwitch drills) {
        this.service = service;
        this.drills = drills;
    }

    /** What was fetched, and when first, in seconds since 1970. */
    record HitReport(String drill, long at) {
        static HitReport of(Canary.Hit hit) {
            return new HitReport(hit.drill(), hit.at().getEpochSecond());
        }
    }

    /** The hits of a suite, and until when it can be asked about. */
    record HitsResponse(List<HitReport> hits, long expiresAt) {}

    @GET
    @Path("/canary/{suite}/{drill}")
    @NoStore
    public Response fetch(@PathParam("suite") String suite, @PathParam("drill") String drill) {
        OpenSuite open = open(suite);
        if (!Canary.DRILLS.contains(drill)) {
            throw new NotFoundProblemException("The canary has no such URL.");
        }
        service.canary().note(open, drill);
        String pem = pem(open.certificate());
        return drill.equals("x5u-attacker")
                ? Response.ok(pem, CERTIFICATE).build()
                : Response.ok(Map.of("keys", List.of(attacker(open, pem).publicJson())), MediaType.APPLICATION_JSON)
                        .build();
    }

    @GET
    @Path("/suites/{suite}/canary")
    @Produces(MediaType.APPLICATION_JSON)
    @NoStore
    public HitsResponse hits(@PathParam("suite") String suite) {
        OpenSuite open = open(suite);
        return new HitsResponse(
                service.canary().hits(open).stream().map(HitReport::of).toList(),
                open.end().getEpochSecond());
    }

    private OpenSuite open(String suite) {
        drills.require();
        return service.canary().open(suite).orElseThrow(() -> new NotFoundProblemException(UNKNOWN));
    }

    private static Jwk attacker(OpenSuite suite, String pem) {
        return Pem.read(pem).withKeyId(suite.keyId());
    }

    private static String pem(String base64) {
        String body = base64.replaceAll(".{64}(?=.)", "$0\n");
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
