package dev.mintmark.http.advisory;

import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Report;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.SubjectType;
import dev.mintmark.advice.glossary.Handbook;
import dev.mintmark.http.problem.NotFoundProblemException;
import dev.mintmark.http.wire.AdvisoryReport;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.AdviceRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /advisories}: security advice on a token, key or secret, and the catalogue of rules. */
@Path("/advisories")
@Produces(MediaType.APPLICATION_JSON)
public class AdvisoriesResource {
    private final TokenService service;
    private final Catalogue catalogue;

    AdvisoriesResource(TokenService service, Catalogue catalogue) {
        this.service = service;
        this.catalogue = catalogue;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NoStore
    public ReportResponse advise(@NotNull(message = BodyLimits.BODY_MISSING) @Valid AdviceRequest request) {
        return ReportResponse.of(service.advise(request));
    }

    @GET
    public CatalogueResponse catalogue() {
        return CatalogueResponse.of(catalogue);
    }

    @GET
    @Path("/{rule}")
    public RuleEntry rule(@PathParam("rule") String id) {
        return catalogue
                .rule(id)
                .map(RuleEntry::of)
                .orElseThrow(
                        () -> new NotFoundProblemException("No rule has this id. GET /advisories lists the rules."));
    }

    /** The response; {@code verified} is always false, because advice is not a verdict. */
    record ReportResponse(
            @Nullable String kind,
            @Nullable String kindReason,
            boolean verified,
            @Nullable String highest,
            Map<String, Integer> counts,
            List<AdvisoryReport> advisories,
            boolean truncated,
            @Nullable String secretScanSkipped) {

        static ReportResponse of(Report report) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            report.counts().forEach((severity, count) -> counts.put(severity.wireName(), count));
            return new ReportResponse(
                    report.kind().map(kind -> kind.kind().wireName()).orElse(null),
                    report.kind().map(kind -> kind.reason()).orElse(null),
                    false,
                    report.highest().map(Severity::wireName).orElse(null),
                    counts,
                    AdvisoryReport.of(report.advisories()),
                    report.isTruncated(),
                    report.skipped().orElse(null));
        }
    }

    /** One rule of the catalogue. */
    record RuleEntry(
            String rule,
            String title,
            List<String> severities,
            List<String> applies,
            String trigger,
            String why,
            String fix,
            List<String> references) {

        static RuleEntry of(Rule rule) {
            return new RuleEntry(
                    rule.id(),
                    rule.title(),
                    rule.severities().stream().map(Severity::wireName).toList(),
                    rule.applies().stream().sorted().map(SubjectType::wireName).toList(),
                    rule.trigger(),
                    rule.why(),
                    rule.fix(),
                    rule.references());
        }
    }

    /** The catalogue and the handbook. */
    record CatalogueResponse(List<RuleEntry> rules, List<Handbook.Entry> handbook) {
        static CatalogueResponse of(Catalogue catalogue) {
            return new CatalogueResponse(
                    catalogue.rules().stream().map(RuleEntry::of).toList(), Handbook.entries());
        }
    }
}
