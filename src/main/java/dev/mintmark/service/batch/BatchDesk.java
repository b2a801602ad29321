package dev.mintmark.service.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.service.Ledger;
import dev.mintmark.service.Minted;
import dev.mintmark.service.Workshop;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RefreshReader;
import dev.mintmark.service.read.SpecReader;
import dev.mintmark.service.read.Texts;
import dev.mintmark.service.request.BatchOrder;
import dev.mintmark.service.request.MintOrder;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.mint.TokenDefaults;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Takes orders of many tokens. A batch keeps the keys it started with: they are read once, and a rotation waits. */
public final class BatchDesk {
    private final Workshop workshop;
    private final SpecReader specs;
    private final Instants instants;
    private final KeyCabinet cabinet;
    private final int maximum;
    private final Ledger ledger;

    /**
     * @param cabinet has the ring of the moment
     * @param maximum tokens in one batch
     */
    public BatchDesk(
            Workshop workshop, TokenDefaults defaults, Clock clock, KeyCabinet cabinet, int maximum, Ledger ledger) {
        this.workshop = workshop;
        this.specs = new SpecReader(defaults, clock);
        this.instants = new Instants(clock);
        this.cabinet = cabinet;
        this.maximum = maximum;
        this.ledger = ledger;
    }

    /**
     * Opens a batch. A {@code spec} that is refused is so here; one of {@code specs} when its token is minted.
     *
     * @param reader makes an order of one spec, as the door reads it; throws {@link MalformedRequestException}
     * @throws MalformedRequestException if the order cannot be understood or contradicts itself
     * @throws PolicyViolationException if it is understood and refused
     */
    public Batch open(BatchOrder order, Function<JsonNode, ? extends MintOrder> reader) {
        boolean compact = order.compact().orElse(false);
        if (order.specs().isEmpty()) {
            return series(order, reader, compact);
        }
        refuseBesideSpecs("/count", Texts.present(order.count()));
        refuseBesideSpecs("/spec", order.spec());
        refuseBesideSpecs("/vary", order.vary());
        return each(order.specs().get(), reader, compact);
    }

    private static void refuseBesideSpecs(String pointer, Optional<?> member) {
        if (member.isPresent()) {
            throw new MalformedRequestException(
                    pointer,
                    "Give either specs, or count and spec: " + pointer.substring(1) + " does not go with specs");
        }
    }

    private Batch series(BatchOrder order, Function<JsonNode, ? extends MintOrder> reader, boolean compact) {
        int count = count(order);
        MintOrder spec =
                order.spec().isPresent() ? order.spec().get() : reader.apply(JsonNodeFactory.instance.objectNode());
        Vary vary =
                order.vary().map(member -> Vary.read(member, count, instants)).orElse(Vary.NOTHING);
        boolean family = under("/spec", () -> {
            Vary.refuseTemplate(spec);
            return isFamilyWanted(spec, compact);
        });
        if (family && vary.hasClaim("sid")) {
            throw new MalformedRequestException("/vary/claims/sid", "With refresh the service chooses the sid");
        }
        SigningKey key = under("/spec", () -> specs.signer(spec, cabinet));
        IntFunction<Minted> tokens = index ->
                under("/spec", () -> Minted.of(workshop, vary.apply(specs.read(spec, key), index + 1), family));
        // What is refused for one is refused for all, and better before the first line than in each.
        int length = tokens.apply(0).token().token().length();
        return new Batch(count, length, index -> noted(tokens.apply(index)));
    }

    private int count(BatchOrder order) {
        JsonNode count = Texts.present(order.count())
                .orElseThrow(() -> new MalformedRequestException("/count", "Give count, or specs"));
        if (!count.isIntegralNumber()
                || !count.canConvertToInt()
                || count.intValue() < 1
                || count.intValue() > maximum) {
            throw new MalformedRequestException("/count", "count is a whole number from 1 to " + maximum);
        }
        return count.intValue();
    }

    private Batch each(List<JsonNode> all, Function<JsonNode, ? extends MintOrder> reader, boolean compact) {
        if (all.isEmpty() || all.size() > maximum) {
            throw new MalformedRequestException("/specs", "specs has 1 to " + maximum + " members");
        }
        KeyCabinet snapshot = cabinet.snapshot();
        return new Batch(
                all.size(),
                0,
                index -> under("/specs/" + index, () -> {
                    MintOrder spec = reader.apply(all.get(index));
                    boolean family = isFamilyWanted(spec, compact);
                    return noted(Minted.of(workshop, specs.read(spec, snapshot), family));
                }));
    }

    private Minted noted(Minted minted) {
        ledger.minted(minted.token());
        minted.refresh().ifPresent(ledger::minted);
        return minted;
    }

    private static boolean isFamilyWanted(MintOrder spec, boolean compact) {
        refuseWords("/advise", spec.advise());
        refuseWords("/explain", spec.explain());
        if (compact && spec.refresh().orElse(false)) {
            throw new MalformedRequestException("/refresh", "A compact line has no place for a refresh token");
        }
        return RefreshReader.isWanted(spec);
    }

    private static void refuseWords(String pointer, Optional<Boolean> wanted) {
        if (wanted.orElse(false)) {
            throw new MalformedRequestException(
                    pointer, "A batch brings neither advice nor explanations: ask for them with a single token");
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
