package dev.mintmark.http.advisory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.SubjectType;
import dev.mintmark.advice.glossary.Handbook;
import dev.mintmark.http.problem.NotFoundProblemException;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.http.wire.PublicDocument;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.AdviceRequest;
import dev.mintmark.service.response.AdviceResponse;
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

/** {@code /advisories}: security advice on a token, key or secret, and the catalogue of rules. */
@Path("/advisories")
@Produces(MediaType.APPLICATION_JSON)
public class AdvisoriesResource {
    private final TokenService service;
    private final Catalogue catalogue;
    private final ObjectWriter json;
    private volatile @Nullable PublicDocument document;

    AdvisoriesResource(TokenService service, Catalogue catalogue, ObjectMapper mapper) {
        this.service = service;
        this.catalogue = catalogue;
        this.json = mapper.writerFor(CatalogueResponse.class);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NoStore
    public AdviceResponse advise(@NotNull(message = BodyLimits.BODY_MISSING) @Valid AdviceRequest request) {
        return AdviceResponse.of(service.advise(request));
    }

    @GET
    public Response catalogue(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings)
            throws JsonProcessingException {
        return document().ok(encodings).type(MediaType.APPLICATION_JSON).build();
    }

    /** The catalogue never changes, so it is written and compressed once, on first use. */
    private PublicDocument document() throws JsonProcessingException {
        PublicDocument known = document;
        if (known == null) {
            known = PublicDocument.of(json.writeValueAsBytes(CatalogueResponse.of(catalogue)));
            document = known;
        }
        return known;
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
