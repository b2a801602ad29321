package dev.mintmark.advice;

import dev.mintmark.kinds.RuleScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the findings of the rules: one advisory per rule and place; of several, the most severe. */
public final class Findings {
    /** Far more than a report shows; bounds the memory that a hostile token can take. */
    private static final int MAX_COUNT = 1_000;

    private record Place(String rule, String where) {}

    private final RuleScope scope;
    private final Map<Place, Integer> places = new HashMap<>();
    private final List<Advisory> advisories = new ArrayList<>();
    private Rule rule;

    /** @param scope which findings apply to the token */
    Findings(Rule first, RuleScope scope) {
        this.rule = first;
        this.scope = scope;
    }

    /** Of a key or a key set, to which all rules apply. */
    Findings(Rule first) {
        this(first, RuleScope.NONE);
    }

    /** Sets the rule that the next findings belong to. */
    Findings of(Rule next) {
        rule = next;
        return this;
    }

    public void at(String where, String message) {
        add(where, rule.severities().get(0), Optional.empty(), message);
    }

    public void at(String where, String observed, String message) {
        add(where, rule.severities().get(0), Optional.of(observed), message);
    }

    public void at(String where, Severity severity, String message) {
        add(where, severity, Optional.empty(), message);
    }

    public void at(String where, Severity severity, String observed, String message) {
        add(where, severity, Optional.of(observed), message);
    }

    /** A finding that takes another fix than its rule has. */
    public void atWithFix(String where, Severity severity, String message, String fix) {
        add(new Advisory(rule, severity, where, Optional.empty(), message, fix));
    }

    private void add(String where, Severity severity, Optional<String> observed, String message) {
        add(new Advisory(
                rule, severity, where, observed, message, scope.fix(rule.id()).orElse(rule.fix())));
    }

    private void add(Advisory advisory) {
        Severity severity = advisory.severity();
        String where = advisory.where();
        if (scope.ignores(rule.id(), severity.weight(), where)) {
            return;
        }
        Integer index = places.putIfAbsent(new Place(rule.id(), where), advisories.size());
        if (index == null && advisories.size() < MAX_COUNT) {
            advisories.add(advisory);
        }
        if (index != null
                && index < advisories.size()
                && advisories.get(index).severity().compareTo(severity) < 0) {
            advisories.set(index, advisory);
        }
    }

    /** The most severe first; equal severities in the order of the catalogue. */
    List<Advisory> bySeverity() {
        List<Advisory> sorted = new ArrayList<>(advisories);
        sorted.sort(Comparator.comparing(Advisory::severity).reversed());
        return sorted;
    }
}
