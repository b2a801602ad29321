package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.paste.PastedText;
import dev.mintmark.service.read.CallerKey;
import dev.mintmark.service.read.ExpectationsReader;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.VerifyRequest;
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
    private final int maxTokenLength;
    private final TokenEvents events;

    VerificationService(
            TokenVerifier verifier, AdviceService advice, Issuers issuers, int maxTokenLength, TokenEvents events) {
        this.verifier = verifier;
        this.advice = advice;
        this.issuers = issuers;
        this.maxTokenLength = maxTokenLength;
        this.events = events;
    }

    /** See {@link TokenService#verify}. */
    VerifyResult verify(VerifyRequest request) {
        Expectations expected = ExpectationsReader.read(request);
        Optional<CallerKey> key = CallerKey.read(request);
        boolean isLarge = request.token().length() > maxTokenLength;
        Optional<PastedText> pasted = Optional.of(request)
                .filter(it -> !isLarge && it.unwrap().orElse(false))
                .map(it -> PastedText.read(it.token()));
        ParsedToken token = parse(pasted.map(PastedText::token).orElse(request.token()), isLarge);
        TrustedKeys keys = TrustedKeysReader.read(request, key, token.keyId(), issuers.root());
        Verdict verdict = verifier.verify(token, keys, expected, mode(request));
        events.verified(verdict);
        Optional<String> unwrapped = pasted.filter(PastedText::isWrapped).map(PastedText::wrappingInWords);
        return new VerifyResult(
                verdict,
                unwrapped,
                request.advise().orElse(true)
                        ? Optional.of(advisories(request, key, isLarge, verdict))
                        : Optional.empty());
    }

    private ParsedToken parse(String token, boolean isLarge) {
        Optional<SdJwt> sdJwt = isLarge ? Optional.empty() : SdJwt.split(token);
        return sdJwt.isPresent() ? verifier.parse(sdJwt.get()) : verifier.parse(token);
    }

    /** A token too large to parse gets no advice. */
    private List<Advisory> advisories(
            VerifyRequest request, Optional<CallerKey> key, boolean isLarge, Verdict verdict) {
        return isLarge ? List.of() : advice.advise(request, key, verdict instanceof Verdict.Authentic);
    }

    private static TokenVerifier.Mode mode(VerifyRequest request) {
        return switch (request.mode().orElse("full")) {
            case "full" -> TokenVerifier.Mode.FULL;
            case "signature" -> TokenVerifier.Mode.SIGNATURE;
            default -> throw new MalformedRequestException("/mode", "The mode must be full or signature");
        };
    }
}
