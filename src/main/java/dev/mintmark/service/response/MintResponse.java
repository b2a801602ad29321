package dev.mintmark.service.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.summary.Sentence;
import dev.mintmark.tokens.mint.MintedToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response of {@code POST /tokens}. {@code expiresIn} is the remaining lifetime in seconds, never negative. */
public record MintResponse(
        String token,
        String tokenType,
        String type,
        String algorithm,
        @Nullable String keyId,
        @Nullable String id,
        @Nullable Long issuedAt,
        @Nullable Long expiresAt,
        @Nullable Long expiresIn,
        JsonMembers header,
        JsonMembers claims,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> refreshToken,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> refreshExpiresIn,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AdvisoryReport>> advisories,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<ExplanationReport>> explanations,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Sentence>> summary) {

    public static MintResponse of(MintResult result) {
        MintedToken minted = result.token();
        return new MintResponse(
                minted.token(),
                minted.type().oauthTokenType(),
                minted.type().wireName(),
                minted.header().text("alg").orElse(""),
                minted.header().text("kid").orElse(null),
                minted.claims().text("jti").orElse(null),
                minted.issuedAt().map(Instant::getEpochSecond).orElse(null),
                minted.expiresAt().map(Instant::getEpochSecond).orElse(null),
                expiresIn(minted).orElse(null),
                minted.header(),
                minted.claims(),
                result.refresh().map(MintedToken::token),
                result.refresh().flatMap(MintResponse::expiresIn),
                result.advisories().map(AdvisoryReport::of),
                result.explanations().map(ExplanationReport::of),
                result.summary());
    }

    private static Optional<Long> expiresIn(MintedToken minted) {
        return minted.expiresAt()
                .map(exp -> Math.max(0, exp.getEpochSecond() - minted.mintedAt().getEpochSecond()));
    }

    @Override
    public String toString() {
        return "MintResponse[redacted]";
    }
}
