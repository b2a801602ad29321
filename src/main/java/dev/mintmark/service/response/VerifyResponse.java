package dev.mintmark.service.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.jose.Verified;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.VerifyResult;
import dev.mintmark.service.summary.Sentence;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response of {@code POST /tokens/verify}. It contains claims only if the signature is valid. */
public record VerifyResponse(
        boolean valid,
        List<Sentence> summary,
        SignatureVerdict signature,
        List<CheckReport> checks,
        @Nullable JsonMembers header,
        @Nullable JsonMembers claims,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> unwrapped,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AdvisoryReport>> advisories) {

    /** The verdict on the signature alone. */
    public record SignatureVerdict(
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
    public record CheckReport(
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

    public static VerifyResponse of(VerifyResult verified) {
        Verdict verdict = verified.verdict();
        Optional<List<AdvisoryReport>> advisories = verified.advisories().map(AdvisoryReport::of);
        Optional<String> unwrapped = verified.unwrapped();
        List<CheckReport> checks =
                verdict.checks().stream().map(CheckReport::of).toList();
        if (verdict instanceof Verdict.Authentic authentic) {
            Verified token = authentic.token();
            return new VerifyResponse(
                    verdict.isValid(),
                    verified.summary(),
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
                    false,
                    verified.summary(),
                    SignatureVerdict.of(header),
                    checks,
                    header.members(),
                    null,
                    unwrapped,
                    advisories);
        }
        return new VerifyResponse(
                false,
                verified.summary(),
                new SignatureVerdict(false, null, null),
                checks,
                null,
                null,
                unwrapped,
                advisories);
    }
}
