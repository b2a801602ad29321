package dev.mintmark.drills.generate;

import dev.mintmark.drills.Drill;
import dev.mintmark.drills.DrillCatalogue;
import dev.mintmark.drills.Suite;
import dev.mintmark.drills.SuiteSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a suite: the tokens of every selected drill, in the order of the catalogue. */
public final class SuiteGenerator {
    private static final String NEEDS_DOS = "The tokens may exhaust a weak service: set dos to true to get them";

    private static final Map<String, DrillGenerator> GENERATORS = generators();

    private SuiteGenerator() {}

    private static Map<String, DrillGenerator> generators() {
        Map<String, DrillGenerator> generators = new HashMap<>();
        Stream.of(
                        ControlDrills.all(),
                        SignatureDrills.all(),
                        AlgorithmDrills.all(),
                        HmacDrills.all(),
                        NamedKeyDrills.all(),
                        KeyIdDrills.all(),
                        StructureDrills.all(),
                        EncodingDrills.all(),
                        JsonDrills.all(),
                        TimeDrills.all(),
                        PartyDrills.all(),
                        KindDrills.all(),
                        KindDrills.ofRights())
                .forEach(generators::putAll);
        return Map.copyOf(generators);
    }

    /**
     * Makes the tokens. Each signed token costs one signature of its key.
     *
     * @param source what the tokens are made of
     */
    public static Suite generate(SuiteSource source) {
        SuiteSpec spec = source.spec();
        List<Suite.Entry> entries = new ArrayList<>();
        List<Suite.Skipped> skipped = new ArrayList<>();
        for (Drill drill : DrillCatalogue.get().drills()) {
            if (spec.selection().selects(drill)) {
                Outcome outcome = drill.isDos() && !spec.selection().withDos()
                        ? Outcome.skipped(NEEDS_DOS)
                        : generator(drill).generate(source.context(drill.id()));
                if (outcome instanceof Outcome.Tokens made) {
                    made.tokens().forEach(token -> entries.add(new Suite.Entry(drill, token)));
                } else if (outcome instanceof Outcome.Skipped reason) {
                    skipped.add(new Suite.Skipped(drill, reason.reason()));
                }
            }
        }
        DrillContext base = source.context("base");
        return new Suite(base.header(), base.claims(), entries, skipped);
    }

    private static DrillGenerator generator(Drill drill) {
        DrillGenerator generator = GENERATORS.get(drill.id());
        return generator == null ? unknown -> Outcome.skipped("The drill has no generator") : generator;
    }
}
