package dev.mintmark.service.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.TokenOperations;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RequestErrors;
import dev.mintmark.service.read.SpecReader;
import dev.mintmark.service.read.StringMembers;
import dev.mintmark.service.request.BatchRequest;
import dev.mintmark.service.request.BatchRequest.Spec;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.PolicyViolationException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Opens batches of tokens. A batch keeps the keys it started with; a rotation applies to later batches. */
public final class BatchMinter {
    private final TokenOperations operations;
    private final SpecReader specs;
    private final Instants instants;
    private final Issuers issuers;
    private final Clock clock;
    private final int maximum;
    private final TokenEvents events;

    /**
     * @param issuers have the keys and defaults of the tokens
     * @param maximum number of tokens in one batch
     */
    public BatchMinter(TokenOperations operations, Issuers issuers, Clock clock, int maximum, TokenEvents events) {
        this.operations = operations;
        this.specs = new SpecReader(issuers, clock);
        this.instants = new Instants(clock);
        this.issuers = issuers;
        this.clock = clock;
        this.maximum = maximum;
        this.events = events;
    }

    /**
     * Opens a batch. A {@code spec} is checked here, each of {@code specs} when its token is minted.
     *
     * @throws MalformedRequestException if the request is malformed or contradicts itself
     * @throws PolicyViolationException if the policy rejects the request
     */
    public Batch open(BatchRequest request) {
        boolean compact = request.compact().orElse(false);
        if (request.specs().isEmpty()) {
            return series(request, compact);
        }
        RequestErrors errors = new RequestErrors();
        errors.check(() -> rejectBesideSpecs("/count", StringMembers.present(request.count())));
        errors.check(() -> rejectBesideSpecs("/spec", request.spec()));
        errors.check(() -> rejectBesideSpecs("/vary", request.vary()));
        errors.report();
        return each(request.specs().get(), compact);
    }

    private static void rejectBesideSpecs(String pointer, Optional<?> member) {
        if (member.isPresent()) {
            throw new MalformedRequestException(
                    pointer,
                    "Give either specs, or count and spec: " + pointer.substring(1) + " does not go with specs");
        }
    }

    private Batch series(BatchRequest request, boolean compact) {
        RequestErrors errors = new RequestErrors();
        int count = errors.read(1, () -> count(request));
        MintRequest spec = request.spec().orElse(MintRequest.DEFAULT);
        BatchTemplate vary = errors.read(
                BatchTemplate.NOTHING,
                () -> request.vary()
                        .map(member -> BatchTemplate.read(member, count, instants))
                        .orElse(BatchTemplate.NOTHING));
        Optional<SpecReader.Reading> reading =
                errors.read(Optional.empty(), () -> Optional.of(under("/spec", () -> shared(spec, compact))));
        errors.report();
        boolean family = reading.orElseThrow().isFamily();
        if (family && vary.hasClaim("sid")) {
            throw new MalformedRequestException("/vary/claims/sid", "With refresh the service chooses the sid");
        }
        SigningKey key = reading.orElseThrow().spec().key();
        IntFunction<MintResult> tokens = index ->
                under("/spec", () -> MintResult.of(operations, vary.apply(specs.read(spec, key), index + 1), family));
        // An error in the shared spec affects every token, so it is reported before the first line.
        int length = tokens.apply(0).token().token().length();
        return new Batch(count, length, index -> recorded(tokens.apply(index)));
    }

    private int count(BatchRequest request) {
        JsonNode count = StringMembers.present(request.count())
                .orElseThrow(() -> new MalformedRequestException("/count", "Give count, or specs"));
        if (!count.isIntegralNumber()
                || !count.canConvertToInt()
                || count.intValue() < 1
                || count.intValue() > maximum) {
            throw new MalformedRequestException("/count", "count must be a whole number from 1 to " + maximum);
        }
        return count.intValue();
    }

    private Batch each(List<Spec> all, boolean compact) {
        if (all.isEmpty() || all.size() > maximum) {
            throw new MalformedRequestException("/specs", "specs must have 1 to " + maximum + " members");
        }
        SpecReader snapshot = new SpecReader(issuers.snapshot(), clock);
        return new Batch(
                all.size(),
                0,
                index -> under("/specs/" + index, () -> {
                    SpecReader.Reading reading = read(snapshot, all.get(index).read(), compact);
                    return recorded(MintResult.of(operations, reading.spec(), reading.isFamily()));
                }));
    }

    /** The spec of a series, whose subject may not vary by itself. */
    private SpecReader.Reading shared(MintRequest spec, boolean compact) {
        RequestErrors errors = new RequestErrors();
        errors.check(() -> BatchTemplate.rejectPlaceholder(spec));
        Optional<SpecReader.Reading> reading =
                errors.read(Optional.empty(), () -> Optional.of(read(specs, spec, compact)));
        errors.report();
        return reading.orElseThrow();
    }

    private static SpecReader.Reading read(SpecReader specs, MintRequest spec, boolean compact) {
        RequestErrors errors = new RequestErrors();
        errors.check(() -> rejectAdvice("/advise", spec.advise()));
        errors.check(() -> rejectAdvice("/explain", spec.explain()));
        errors.check(() -> rejectRefresh(spec, compact));
        Optional<SpecReader.Reading> reading = errors.read(Optional.empty(), () -> Optional.of(specs.read(spec)));
        errors.report();
        return reading.orElseThrow();
    }

    private MintResult recorded(MintResult minted) {
        events.minted(minted.token());
        minted.refresh().ifPresent(events::minted);
        return minted;
    }

    private static void rejectRefresh(MintRequest spec, boolean compact) {
        if (compact && spec.refresh().orElse(false)) {
            throw new MalformedRequestException("/refresh", "A compact batch cannot contain refresh tokens");
        }
    }

    private static void rejectAdvice(String pointer, Optional<Boolean> wanted) {
        if (wanted.orElse(false)) {
            throw new MalformedRequestException(
                    pointer, "A batch contains neither advice nor explanations; mint a single token for them");
        }
    }

    private static <T> T under(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedRequestException e) {
            throw e.below(pointer);
        } catch (PolicyViolationException e) {
            throw new PolicyViolationException(pointer + e.pointer(), e.detail());
        }
    }
}
