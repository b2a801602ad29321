package dev.mintmark.http.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.wire.AdvisoryReport;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.ExplanationReport;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.kinds.Inference;
import dev.mintmark.service.DecodeResult;
import dev.mintmark.service.SdJwtResult;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.request.DecodeRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /tokens/decode} shows the contents of a token without verifying it. */
@Path("/tokens/decode")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecodeResource {
    private final TokenService service;

    DecodeResource(TokenService service) {
        this.service = service;
    }

    @POST
    @NoStore
    public DecodeResponse decode(@NotNull(message = BodyLimits.BODY_MISSING) @Valid DecodeRequest request) {
        return DecodeResponse.of(service.decode(request));
    }

    /** Whether the token has a signature, and its size in bytes. */
    record SignaturePart(boolean present, @Nullable Integer bytes) {}

    /** A disclosed value of an SD-JWT, its name unless it is an array element, and its place in the processed token. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DisclosureReport(String digest, String pointer, Optional<String> name, JsonNode value) {
        static List<DisclosureReport> of(SdJwtResult sdJwt) {
            return sdJwt.disclosures().stream()
                    .map(placed -> new DisclosureReport(
                            placed.disclosure().digest(),
                            placed.pointer(),
                            placed.disclosure().name(),
                            placed.disclosure().value()))
                    .toList();
        }
    }

    /** The key-binding JWT of an SD-JWT. */
    record KeyBindingReport(ObjectNode header, @Nullable JsonNode payload) {
        static KeyBindingReport of(UnverifiedToken token) {
            return new KeyBindingReport(token.header(), token.payload().orElse(null));
        }
    }

    /** The response; {@code verified} is always false, because decoding is not a verdict. */
    record DecodeResponse(
            ObjectNode header,
            @Nullable JsonNode payload,
            SignaturePart signature,
            String kind,
            String kindReason,
            int size,
            boolean verified,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<DisclosureReport>> disclosures,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<KeyBindingReport> keyBinding,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<ExplanationReport>> explanations,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AdvisoryReport>> advisories) {

        static DecodeResponse of(DecodeResult decoded) {
            UnverifiedToken token = decoded.token();
            Inference kind = decoded.kind();
            return new DecodeResponse(
                    token.header(),
                    token.payload().orElse(null),
                    new SignaturePart(
                            token.signature().isPresent(),
                            token.signature().map(bytes -> bytes.length).orElse(null)),
                    kind.kind().wireName(),
                    kind.reason(),
                    token.size(),
                    false,
                    decoded.sdJwt().map(DisclosureReport::of),
                    decoded.sdJwt().flatMap(SdJwtResult::keyBinding).map(KeyBindingReport::of),
                    decoded.explanations().map(ExplanationReport::of),
                    decoded.advisories().map(AdvisoryReport::of));
        }
    }
}
