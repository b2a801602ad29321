package dev.mintmark.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mintmark.advice.Advisory;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.TokenReading;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.paste.PastedText;
import dev.mintmark.paste.TextKind;
import dev.mintmark.service.request.DecodeRequest;
import dev.mintmark.service.summary.Summarizer;
import java.util.List;
import java.util.Optional;

/** Decodes tokens without verifying them. */
final class TokenDecoder {
    private final AdviceService advice;
    private final Summarizer summaries;

    TokenDecoder(AdviceService advice, Summarizer summaries) {
        this.advice = advice;
        this.summaries = summaries;
    }

    /** See {@link TokenService#decode}. */
    DecodeResult decode(DecodeRequest request) {
        PastedText pasted = PastedText.read(request.token());
        pasted.instead().filter(kind -> kind != TextKind.PARTIAL).ifPresent(kind -> {
            throw new MalformedTokenException("/token", kind.sentence());
        });
        TokenReading reading = pasted.reading();
        UnverifiedToken token = UnverifiedToken.of(reading);
        Optional<SdJwtResult> sdJwt = reading.form().sdJwt().map(it -> SdJwtResult.of(it, token));
        JsonNode claims = token.payload().filter(JsonNode::isObject).orElse(MissingNode.getInstance());
        Inference kind = Kinds.infer(token.header(), claims);
        Optional<List<Advisory>> advisories = request.advise().orElse(true)
                ? Optional.of(advice.advise(pasted, reading).advisories())
                : Optional.empty();
        return new DecodeResult(
                token,
                sdJwt,
                kind,
                summaries.decoded(token, kind, advisories),
                advisories,
                request.explain().orElse(true) ? Optional.of(advice.explain(token, sdJwt)) : Optional.empty());
    }
}
