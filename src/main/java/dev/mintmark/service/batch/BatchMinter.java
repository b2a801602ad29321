package dev.mintmark.service.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.service.MintResult;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.service.TokenOperations;
import dev.mintmark.service.read.CallerKey;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RefreshReader;
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
        rejectBesideSpecs("/count", StringMembers.present(request.count()));
        rejectBesideSpecs("/spec", request.spec());
        rejectBesideSpecs("/vary", request.vary());
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
        int count = count(request);
        MintRequest spec = request.spec().orElse(MintRequest.DEFAULT);
        BatchTemplate vary = request.vary()
                .map(member -> BatchTemplate.read(member, count, instants))
                .orElse(BatchTemplate.NOTHING);
        boolean family = under("/spec", () -> {
            BatchTemplate.rejectPlaceholder(spec);
            return isFamilyWanted(spec, compact);
        });
        if (family && vary.hasClaim("sid")) {
            throw new MalformedRequestException("/vary/claims/sid", "With refresh the service chooses the sid");
        }
        SigningKey key = under("/spec", () -> specs.signer(spec, CallerKey.read(spec)));
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
                    MintRequest spec = all.get(index).read();
                    boolean family = isFamilyWanted(spec, compact);
                    return recorded(MintResult.of(operations, snapshot.read(spec, CallerKey.read(spec)), family));
                }));
    }

    private MintResult recorded(MintResult minted) {
        events.minted(minted.token());
        minted.refresh().ifPresent(events::minted);
        return minted;
    }

    private static boolean isFamilyWanted(MintRequest spec, boolean compact) {
        rejectAdvice("/advise", spec.advise());
        rejectAdvice("/explain", spec.explain());
        if (compact && spec.refresh().orElse(false)) {
            throw new MalformedRequestException("/refresh", "A compact batch cannot contain refresh tokens");
        }
        return RefreshReader.isWanted(spec);
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
            throw new MalformedRequestException(pointer + e.pointer(), e.detail());
        } catch (PolicyViolationException e) {
            throw new PolicyViolationException(pointer + e.pointer(), e.detail());
        }
    }
}
