package dev.mintmark.http.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.http.wire.AdvisoryReport;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.jose.Verified;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.TokenService;
import dev.mintmark.service.VerifyResult;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Verdict;
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

/** {@code POST /tokens/verify} verifies a token. An invalid token is a result, not an error. */
@Path("/tokens/verify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {
    private final TokenService service;

    VerifyResource(TokenService service) {
        this.service = service;
    }

    @POST
    @NoStore
    public VerifyResponse verify(@NotNull(message = BodyLimits.BODY_MISSING) @Valid VerifyRequest request) {
        return VerifyResponse.of(service.verify(request));
    }

    /** The verdict on the signature alone. */
    record SignatureVerdict(
            boolean valid,
            @Nullable String algorithm,
            @Nullable String keyId) {
        static SignatureVerdict of(Verified token) {
            return new SignatureVerdict(
                    true, token.header().algorithmName(), token.key().keyId().orElse(null));
        }

        /** The values of the unverified header. */
        static SignatureVerdict of(JoseHeader header) {
            return new SignatureVerdict(
                    false, header.algorithmName(), header.keyId().orElse(null));
        }
    }

    /** One check. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CheckReport(
            String check,
            String status,
            Optional<String> code,
            String message,
            Optional<Object> expected,
            Optional<Object> actual,
            Optional<String> pointer,
            String reference) {
        static CheckReport of(CheckResult result) {
            return new CheckReport(
                    result.check().wireName(),
                    result.status().wireName(),
                    result.code().map(CheckResult.Code::wireName),
                    result.message(),
                    result.expected(),
                    result.actual(),
                    result.pointer(),
                    result.check().reference());
        }
    }

    /** The response; it contains claims only if the signature is valid. */
    record VerifyResponse(
            boolean valid,
            SignatureVerdict signature,
            List<CheckReport> checks,
            @Nullable JsonMembers header,
            @Nullable JsonMembers claims,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> unwrapped,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AdvisoryReport>> advisories) {

        static VerifyResponse of(VerifyResult verified) {
            Verdict verdict = verified.verdict();
            Optional<List<AdvisoryReport>> advisories = verified.advisories().map(AdvisoryReport::of);
            Optional<String> unwrapped = verified.unwrapped();
            List<CheckReport> checks =
                    verdict.checks().stream().map(CheckReport::of).toList();
            if (verdict instanceof Verdict.Authentic authentic) {
                Verified token = authentic.token();
                return new VerifyResponse(
                        verdict.isValid(),
                        SignatureVerdict.of(token),
                        checks,
                        token.header().members(),
                        authentic.claims().map(Claims::members).orElse(null),
                        unwrapped,
                        advisories);
            }
            if (verdict instanceof Verdict.Unauthentic unauthentic) {
                JoseHeader header = unauthentic.header();
                return new VerifyResponse(
                        false, SignatureVerdict.of(header), checks, header.members(), null, unwrapped, advisories);
            }
            return new VerifyResponse(
                    false, new SignatureVerdict(false, null, null), checks, null, null, unwrapped, advisories);
        }
    }
}
