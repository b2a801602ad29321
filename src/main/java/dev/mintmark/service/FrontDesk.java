package dev.mintmark.service;

import dev.mintmark.advice.Report;
import dev.mintmark.advice.Subject;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.UnverifiedToken;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.service.read.AdviceReader;
import dev.mintmark.service.read.ExpectationsReader;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RefreshReader;
import dev.mintmark.service.read.SpecReader;
import dev.mintmark.service.read.TrustedKeysReader;
import dev.mintmark.service.request.AdviceOrder;
import dev.mintmark.service.request.MintOrder;
import dev.mintmark.service.request.RefreshOrder;
import dev.mintmark.service.request.RevokeOrder;
import dev.mintmark.service.request.VerifyOrder;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.mint.TokenDraft;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.mint.UnsignedToken;
import dev.mintmark.tokens.refresh.TokenPair;
import dev.mintmark.tokens.revoke.Revoked;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes orders from every door and has the workshop carry them out. */
public final class FrontDesk {
    private final Workshop workshop;
    private final SpecReader specs;
    private final RefreshDesk refreshes;
    private final RevocationDesk revocations;
    private final AdviceDesk library;
    private final AdviceReader subjects;
    private final KeyCabinet cabinet;
    private final int largestToken;
    private final Ledger ledger;

    /**
     * @param library is asked about every token that passes
     * @param cabinet has the ring of the moment; each order keeps the snapshot it was given
     * @param largestToken in bytes; a larger one is not parsed
     * @param ledger is told what went out
     */
    public FrontDesk(
            Workshop workshop,
            AdviceDesk library,
            TokenDefaults defaults,
            Clock clock,
            KeyCabinet cabinet,
            int largestToken,
            Ledger ledger) {
        this.workshop = workshop;
        this.library = library;
        this.specs = new SpecReader(defaults, clock);
        this.refreshes = new RefreshDesk(workshop.refresher(), defaults.algorithm(), cabinet, ledger);
        this.revocations =
                new RevocationDesk(workshop.revoker(), defaults.issuer(), new Instants(clock), cabinet, ledger);
        this.subjects = new AdviceReader(clock, this::proposed);
        this.cabinet = cabinet;
        this.largestToken = largestToken;
        this.ledger = ledger;
    }

    /**
     * Mints a token, with a refresh token beside it if the order wants one, or a refresh token alone.
     *
     * @throws MalformedRequestException if the order cannot be understood or contradicts itself
     * @throws dev.mintmark.tokens.PolicyViolationException if it is understood and refused
     */
    public Minted mint(MintOrder order) {
        boolean family = RefreshReader.isWanted(order);
        TokenSpec spec = specs.read(order, cabinet);
        Minted minted = Minted.of(workshop, spec, family);
        return minted(order, minted.token(), minted.refresh());
    }

    private Minted minted(MintOrder order, MintedToken token, Optional<MintedToken> refresh) {
        ledger.minted(token);
        refresh.ifPresent(ledger::minted);
        return new Minted(
                token,
                refresh,
                order.advise().orElse(true) ? Optional.of(library.advise(token, order)) : Optional.empty(),
                order.explain().orElse(false) ? Optional.of(library.explain(token)) : Optional.empty());
    }

    /**
     * Redeems a refresh token.
     *
     * @throws MalformedRequestException if the order cannot be understood
     * @throws dev.mintmark.tokens.refresh.RefreshRejectedException if the token is not redeemed
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if nobody can tell whether it may be
     */
    public Minted refresh(RefreshOrder order) {
        TokenPair pair = refreshes.refresh(order);
        return new Minted(
                pair.access(),
                Optional.of(pair.refresh()),
                Optional.of(library.advise(pair.access())),
                Optional.empty());
    }

    /**
     * Revokes a token, an id or a subject.
     *
     * @throws MalformedRequestException if there is not exactly one of them
     * @throws MalformedTokenException if a token cannot be read
     * @throws dev.mintmark.tokens.PolicyViolationException if a token is not the service's
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if that cannot be remembered
     */
    public Revoked revoke(RevokeOrder order) {
        return revocations.revoke(order);
    }

    /**
     * Decodes a token and verifies nothing.
     *
     * @param explain whether to say what each field means
     * @throws MalformedTokenException if it is too large, or no header object can be read
     */
    public Decoded decode(String text, boolean explain) {
        TokenForm form = TokenForm.read(bounded(text));
        UnverifiedToken token = UnverifiedToken.of(form);
        return new Decoded(
                token, library.advise(form), explain ? Optional.of(library.explain(token)) : Optional.empty());
    }

    /**
     * Advises on a token, a proposed one, a key, a key set or a secret.
     *
     * @throws MalformedRequestException if there is not exactly one of them, or a member cannot be understood
     * @throws MalformedTokenException if a token is too large
     */
    public Report advise(AdviceOrder order) {
        order.token().ifPresent(this::bounded);
        return library.advise(subjects.subject(order), subjects.context(order));
    }

    private Subject.Spec proposed(MintOrder order) {
        TokenDraft draft = specs.draft(order, cabinet);
        UnsignedToken token = workshop.minter().compose(draft);
        return new Subject.Spec(
                StrictJson.tree(token.header()),
                StrictJson.tree(token.claims()),
                library.signing(order),
                AdviceDesk.kind(draft.type()),
                OptionalInt.empty());
    }

    private String bounded(String token) {
        if (token.length() > largestToken) {
            throw new MalformedTokenException("/token", "The token is larger than " + largestToken + " bytes");
        }
        return token;
    }

    /**
     * Verifies a token; a bad one is a verdict.
     *
     * @throws MalformedRequestException if the order cannot be understood or contradicts itself
     * @throws dev.mintmark.tokens.RevocationsUnavailableException if nobody can tell whether the token is revoked
     */
    public Judged verify(VerifyOrder order) {
        Expectations expected = ExpectationsReader.read(order);
        TrustedKeys keys = TrustedKeysReader.read(order, cabinet);
        Verdict verdict = workshop.verifier().verify(order.token(), keys, expected, mode(order));
        ledger.judged(verdict);
        if (order.token().length() > largestToken) {
            // Too much to read is too much to advise on.
            return new Judged(verdict, List.of());
        }
        return new Judged(verdict, library.advise(order, verdict instanceof Verdict.Authentic));
    }

    private static TokenVerifier.Mode mode(VerifyOrder order) {
        return switch (order.mode().orElse("full")) {
            case "full" -> TokenVerifier.Mode.FULL;
            case "signature" -> TokenVerifier.Mode.SIGNATURE;
            default -> throw new MalformedRequestException("/mode", "The mode is full or signature");
        };
    }
}
