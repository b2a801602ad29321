package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.paste.PastedText;
import dev.mintmark.service.read.CallerKey;
import dev.mintmark.service.read.ExpectationsReader;
import dev.mintmark.service.read.RequestErrors;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.service.summary.Summarizer;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.ParsedToken;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.util.List;
import java.util.Optional;

/** Processes verification requests. */
final class VerificationService {
    private final TokenVerifier verifier;
    private final AdviceService advice;
    private final Issuers issuers;
    private final Summarizer summaries;
    private final int maxTokenLength;
    private final TokenEvents events;

    VerificationService(
            TokenVerifier verifier,
            AdviceService advice,
            Issuers issuers,
            Summarizer summaries,
            int maxTokenLength,
            TokenEvents events) {
        this.verifier = verifier;
        this.advice = advice;
        this.issuers = issuers;
        this.summaries = summaries;
        this.maxTokenLength = maxTokenLength;
        this.events = events;
    }

    /** See {@link TokenService#verify}. */
    VerifyResult verify(VerifyRequest request) {
        RequestErrors errors = new RequestErrors();
        Expectations expected = errors.read(Expectations.NONE, () -> ExpectationsReader.read(request));
        TokenVerifier.Mode mode = errors.read(TokenVerifier.Mode.FULL, () -> ExpectationsReader.mode(request));
        Optional<CallerKey> key = errors.read(Optional.empty(), () -> CallerKey.read(request));
        boolean isLarge = request.token().length() > maxTokenLength;
        boolean isAdvised = request.advise().orElse(true);
        boolean isUnwrapped = request.unwrap().orElse(false);
        // A token too large to parse is not read at all, and gets no advice.
        Optional<PastedText> pasted = Optional.of(request.token())
                .filter(text -> !isLarge && (isUnwrapped || isAdvised))
                .map(PastedText::read);
        Optional<PastedText> alone = pasted.filter(text -> isUnwrapped);
        ParsedToken token = parse(alone.map(PastedText::token).orElse(request.token()), isLarge);
        Optional<TrustedKeys> keys = errors.read(
                Optional.empty(),
                () -> Optional.of(TrustedKeysReader.read(request, key, token.keyId(), issuers.root())));
        errors.report();
        Verdict verdict = verifier.verify(token, keys.orElseThrow(), expected, mode);
        events.verified(verdict);
        Optional<String> unwrapped = alone.filter(PastedText::isWrapped).map(PastedText::wrappingInWords);
        Optional<List<Advisory>> advisories =
                isAdvised ? Optional.of(advisories(request, pasted, key, verdict)) : Optional.empty();
        return new VerifyResult(verdict, summaries.verified(verdict, advisories), unwrapped, advisories);
    }

    private ParsedToken parse(String token, boolean isLarge) {
        Optional<SdJwt> sdJwt = isLarge ? Optional.empty() : SdJwt.split(token);
        return sdJwt.isPresent() ? verifier.parse(sdJwt.get()) : verifier.parse(token);
    }

    private List<Advisory> advisories(
            VerifyRequest request, Optional<PastedText> token, Optional<CallerKey> key, Verdict verdict) {
        return token.map(text -> advice.advise(request, text, key, verdict instanceof Verdict.Authentic))
                .orElse(List.of());
    }
}
