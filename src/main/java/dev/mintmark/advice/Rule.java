package dev.mintmark.advice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A security rule: a check and the texts about it. The id is part of the API: stable, kebab case.
 *
 * @param id for example {@code alg-none}
 * @param title the problem in a few words
 * @param severities the severities of its findings, the usual one first
 * @param applies the types of subjects it applies to
 * @param trigger the condition in words
 * @param why the consequence
 * @param fix what to do, in one line where possible
 * @param references RFC sections, CVE and CWE numbers, guides
 * @param checks the code of the rule
 */
public record Rule(
        String id,
        String title,
        List<Severity> severities,
        Set<SubjectType> applies,
        String trigger,
        String why,
        String fix,
        List<String> references,
        Checks checks) {

    /** Checks a token or a proposed token. */
    @FunctionalInterface
    public interface TokenCheck {
        void look(TokenView token, Findings found);
    }

    /** Checks one key. */
    @FunctionalInterface
    public interface KeyCheck {
        void look(KeyView key, Findings found);
    }

    /** Checks a key set as a whole. */
    @FunctionalInterface
    public interface KeySetCheck {
        void look(KeySetView set, Findings found);
    }

    /**
     * The checks of a rule, by the input they need.
     *
     * @param form needs the text of a token only
     * @param header needs a header
     * @param claims needs claims that are not encrypted
     * @param key needs a key
     * @param keySet needs a key set
     */
    record Checks(
            @Nullable TokenCheck form,
            @Nullable TokenCheck header,
            @Nullable TokenCheck claims,
            @Nullable KeyCheck key,
            @Nullable KeySetCheck keySet) {}

    public Rule {
        severities = List.copyOf(severities);
        applies = Set.copyOf(applies);
        references = List.copyOf(references);
    }

    public static RuleWriter named(String id, Severity... severities) {
        return new RuleWriter(id, List.of(severities));
    }

    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }
}
