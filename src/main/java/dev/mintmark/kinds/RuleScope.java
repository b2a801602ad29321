package dev.mintmark.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which advisory rules apply to the tokens of one row of a table, and how.
 *
 * @param absent how much it matters that a claim, {@code typ} or {@code kid} is absent
 * @param life the lifetimes above which a token lives too long
 * @param ignored which findings of a rule say nothing useful here
 * @param fixes what the owner of such a token can do about a finding, by rule
 * @param tokensInside pointers below which other tokens are by design
 * @param ownAudiences audiences that are the issuer itself under another name
 */
public record RuleScope(
        Map<String, Weight> absent,
        Life life,
        Map<String, List<Ignored>> ignored,
        Map<String, String> fixes,
        List<String> tokensInside,
        Set<String> ownAudiences) {

    /**
     * Lifetimes in seconds above which a finding has this severity; {@link Long#MAX_VALUE} for never.
     *
     * @param medium above which it is medium
     * @param high above which it is high
     * @param critical above which it is critical
     */
    public record Life(long medium, long high, long critical) {
        static final Life UNLIMITED = new Life(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        private static Life of(JsonNode json) {
            Tables.allow(json, Set.of("medium", "high", "critical"));
            return new Life(
                    json.path("medium").asLong(Long.MAX_VALUE),
                    json.path("high").asLong(Long.MAX_VALUE),
                    json.path("critical").asLong(Long.MAX_VALUE));
        }
    }

    /**
     * Findings of one rule that are left out.
     *
     * @param upTo those of this severity and below
     * @param place those at this pointer, or below it if it ends with a slash
     */
    record Ignored(Weight upTo, String place) {
        private static final String ANYWHERE = "/";

        /** A severity; places; or places by severity. */
        private static List<Ignored> of(JsonNode json) {
            if (json.isTextual()) {
                Weight upTo = json.asText().equals("all") ? Weight.HIGH : Weight.parse(json.asText());
                return List.of(new Ignored(upTo, ANYWHERE));
            }
            List<Ignored> all = new ArrayList<>();
            if (json.isArray()) {
                Tables.texts(json).forEach(place -> all.add(new Ignored(Weight.HIGH, place)));
            }
            json.properties()
                    .forEach(e -> Tables.texts(e.getValue())
                            .forEach(place -> all.add(new Ignored(Weight.parse(e.getKey()), place))));
            return all;
        }

        private boolean covers(Weight weight, String where) {
            boolean there = place.endsWith("/") ? where.startsWith(place) : where.equals(place);
            return there && weight.compareTo(upTo) <= 0;
        }
    }

    /** All rules apply. */
    public static final RuleScope NONE =
            new RuleScope(Map.of(), Life.UNLIMITED, Map.of(), Map.of(), List.of(), Set.of());

    /** Names of the members that {@link #with} reads. */
    static final Set<String> MEMBERS =
            Set.of("absent", "life", "ignore", "report", "fixes", "tokens_inside", "own_audiences");

    public RuleScope {
        absent = Map.copyOf(absent);
        ignored = Map.copyOf(ignored);
        fixes = Map.copyOf(fixes);
        tokensInside = List.copyOf(tokensInside);
        ownAudiences = Set.copyOf(ownAudiences);
    }

    /** This scope with what a row of a table says beside it; a row that lists a rule under "report" ignores nothing of it. */
    RuleScope with(JsonNode row) {
        Map<String, Weight> weights = new HashMap<>(absent);
        row.path("absent")
                .properties()
                .forEach(e -> weights.put(e.getKey(), Weight.parse(e.getValue().asText())));
        Map<String, List<Ignored>> ignore = new HashMap<>(ignored);
        Tables.texts(row.path("report")).forEach(ignore::remove);
        row.path("ignore")
                .properties()
                .forEach(e -> ignore.merge(e.getKey(), Ignored.of(e.getValue()), RuleScope::both));
        Map<String, String> changed = new HashMap<>(fixes);
        row.path("fixes")
                .properties()
                .forEach(e -> changed.put(e.getKey(), e.getValue().asText()));
        List<String> inside = new ArrayList<>(tokensInside);
        inside.addAll(Tables.texts(row.path("tokens_inside")));
        List<String> own = new ArrayList<>(ownAudiences);
        own.addAll(Tables.texts(row.path("own_audiences")));
        return new RuleScope(
                weights, row.has("life") ? Life.of(row.path("life")) : life, ignore, changed, inside, Set.copyOf(own));
    }

    private static List<Ignored> both(List<Ignored> some, List<Ignored> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** How much it matters that this claim, {@code typ} or {@code kid} is absent. */
    public Weight absent(String name) {
        return absent.getOrDefault(name, Weight.NO);
    }

    /** Whether a finding says nothing useful of these tokens; never true of a critical one. */
    public boolean ignores(String rule, Weight weight, String where) {
        if (weight == Weight.CRITICAL) {
            return false;
        }
        for (Ignored some : ignored.getOrDefault(rule, List.of())) {
            if (some.covers(weight, where)) {
                return true;
            }
        }
        return false;
    }

    /** What the owner of such a token can do, where the usual advice does not fit. */
    public Optional<String> fix(String rule) {
        return Optional.ofNullable(fixes.get(rule));
    }
}
