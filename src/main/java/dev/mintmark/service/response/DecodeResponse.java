package dev.mintmark.service.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.kinds.Inference;
import dev.mintmark.service.DecodeResult;
import dev.mintmark.service.SdJwtResult;
import dev.mintmark.service.summary.Sentence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response of {@code POST /tokens/decode}. {@code verified} is always false, because decoding is not a verdict. */
public record DecodeResponse(
        ObjectNode header,
        @Nullable JsonNode payload,
        SignaturePart signature,
        String kind,
        String kindReason,
        int size,
        boolean verified,
        List<Sentence> summary,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<DisclosureReport>> disclosures,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<KeyBindingReport> keyBinding,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<ExplanationReport>> explanations,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AdvisoryReport>> advisories) {

    /** Whether the token has a signature, and its size in bytes. */
    public record SignaturePart(boolean present, @Nullable Integer bytes) {}

    /** A disclosed value of an SD-JWT, its name unless it is an array element, and its place in the processed token. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record DisclosureReport(String digest, String pointer, Optional<String> name, JsonNode value) {
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
    public record KeyBindingReport(
            ObjectNode header, @Nullable JsonNode payload) {
        static KeyBindingReport of(UnverifiedToken token) {
            return new KeyBindingReport(token.header(), token.payload().orElse(null));
        }
    }

    public static DecodeResponse of(DecodeResult decoded) {
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
                decoded.summary(),
                decoded.sdJwt().map(DisclosureReport::of),
                decoded.sdJwt().flatMap(SdJwtResult::keyBinding).map(KeyBindingReport::of),
                decoded.explanations().map(ExplanationReport::of),
                decoded.advisories().map(AdvisoryReport::of));
    }
}
