package dev.mintmark.service;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Context;
import dev.mintmark.advice.Report;
import dev.mintmark.advice.Subject;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.service.read.AdviceReader;
import dev.mintmark.service.read.CallerKey;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RequestErrors;
import dev.mintmark.service.read.RevokeReader;
import dev.mintmark.service.read.SpecReader;
import dev.mintmark.service.request.AdviceRequest;
import dev.mintmark.service.request.DecodeRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.service.summary.Summarizer;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenDraft;
import dev.mintmark.tokens.mint.UnsignedToken;
import dev.mintmark.tokens.refresh.TokenPair;
import dev.mintmark.tokens.revoke.RevocationResult;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Mints, refreshes, revokes, decodes, verifies and advises on behalf of every interface. */
public final class TokenService {
    private final TokenOperations operations;
    private final SpecReader specs;
    private final RefreshService refreshes;
    private final RevocationService revocations;
    private final VerificationService verifications;
    private final AdviceService advice;
    private final AdviceReader contexts;
    private final Summarizer summaries;
    private final TokenDecoder decoder;
    private final int maxTokenLength;
    private final TokenEvents events;

    /**
     * @param advice advises on the tokens
     * @param issuers have the keys and defaults; each request keeps the ring it started with
     * @param maxTokenLength in bytes; larger tokens are not parsed
     * @param events receives the events
     */
    public TokenService(
            TokenOperations operations,
            AdviceService advice,
            Issuers issuers,
            Clock clock,
            int maxTokenLength,
            TokenEvents events) {
        this.operations = operations;
        this.advice = advice;
        this.specs = new SpecReader(issuers, clock);
        this.refreshes = new RefreshService(operations.refresher(), issuers, events);
        this.revocations = new RevocationService(
                operations.revoker(), new RevokeReader(issuers, clock), issuers, maxTokenLength, events);
        this.verifications = new VerificationService(
                operations.verifier(), advice, issuers, new Summarizer(clock), maxTokenLength, events);
        this.contexts = new AdviceReader(clock);
        this.summaries = new Summarizer(clock);
        this.decoder = new TokenDecoder(advice, summaries);
        this.maxTokenLength = maxTokenLength;
        this.events = events;
    }

    /**
     * Mints a token, with a refresh token if requested, or only a refresh token.
     *
     * @throws MalformedRequestException if the request is malformed or contradicts itself
     * @throws dev.mintmark.tokens.PolicyViolationException if the policy rejects the request
     */
    public MintResult mint(MintRequest request) {
        SpecReader.Reading reading = specs.read(request);
        Optional<CallerKey> key = reading.own();
        MintResult minted = MintResult.of(operations, reading.spec(), reading.isFamily());
        MintedToken token = minted.token();
        events.minted(token);
        minted.refresh().ifPresent(events::minted);
        boolean explained = request.explain().orElse(false);
        Optional<List<Advisory>> advisories =
                request.advise().orElse(true) ? Optional.of(advice.advise(token, key)) : Optional.empty();
        return new MintResult(
                token,
                minted.refresh(),
                advisories,
                explained ? Optional.of(advice.explain(token)) : Optional.empty(),
                explained
                        ? Optional.of(summaries.minted(token.header(), token.claims(), advisories))
                        : Optional.empty());
    }

    /**
     * Redeems a refresh token.
     *
     * @throws MalformedRequestException if the request is malformed
     * @throws dev.mintmark.tokens.refresh.RefreshRejectedException if the token is rejected
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot answer
     */
    public MintResult refresh(RefreshRequest request) {
        TokenPair pair = refreshes.refresh(request);
        return new MintResult(
                pair.access(),
                Optional.of(pair.refresh()),
                Optional.of(advice.advise(pair.access())),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Revokes a token, an id or a subject. The revocation is to be acknowledged at {@link RevocationResult#acknowledgeAt}.
     *
     * @throws MalformedRequestException if there is not exactly one of them
     * @throws MalformedTokenException if a token cannot be read
     * @throws dev.mintmark.tokens.PolicyViolationException if the token is not signed by the service
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the revocation cannot be stored
     */
    public RevocationResult revoke(RevokeRequest request) {
        return revocations.revoke(request);
    }

    /**
     * Decodes a token without verifying it.
     *
     * @throws MalformedTokenException if the token is too large, or its header cannot be read
     */
    public DecodeResult decode(DecodeRequest request) {
        bounded(request.token());
        return decoder.decode(request);
    }

    /**
     * Advises on a token, a token request, a key, a key set or a secret.
     *
     * @throws MalformedRequestException if there is not exactly one of them, or a member is malformed
     * @throws MalformedTokenException if a token is too large
     */
    public Report advise(AdviceRequest request) {
        request.token().ifPresent(this::bounded);
        RequestErrors errors = new RequestErrors();
        Optional<Subject> subject = errors.read(
                Optional.empty(),
                () -> AdviceReader.subject(request)
                        .or(() -> Optional.of(proposed(request.spec().orElseThrow()))));
        Optional<Context> context = errors.read(Optional.empty(), () -> Optional.of(contexts.context(request)));
        errors.report();
        return advice.advise(subject.orElseThrow(), context.orElseThrow());
    }

    /**
     * Summarizes a token that a request would mint, and advises on it, without signing.
     *
     * @throws MalformedRequestException if the request is malformed or contradicts itself
     */
    public Proposal propose(MintRequest request) {
        Subject.Spec spec = proposed(request);
        List<Advisory> advisories = advice.advise(spec).advisories();
        return new Proposal(advisories, summaries.minted(spec.header(), spec.claims(), Optional.of(advisories)));
    }

    private Subject.Spec proposed(MintRequest request) {
        try {
            Optional<CallerKey> key = CallerKey.read(request);
            TokenDraft draft = specs.draft(request, key);
            UnsignedToken token = operations.minter().compose(draft);
            return new Subject.Spec(
                    token.header(),
                    token.claims(),
                    advice.signing(key),
                    AdviceService.kind(draft.type()),
                    OptionalInt.empty());
        } catch (MalformedRequestException e) {
            throw e.below("/spec");
        }
    }

    private void bounded(String token) {
        if (token.length() > maxTokenLength) {
            throw new MalformedTokenException("/token", "The token is larger than " + maxTokenLength + " bytes");
        }
    }

    /**
     * Verifies a token. A bad token results in a verdict.
     *
     * @throws MalformedRequestException if the request is malformed or contradicts itself
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if the store cannot tell whether the token is revoked
     */
    public VerifyResult verify(VerifyRequest request) {
        return verifications.verify(request);
    }
}
