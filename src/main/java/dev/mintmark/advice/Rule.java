package dev.mintmark.advice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be wrong, and what to know about it. The id is part of the API: stable, kebab case.
 *
 * @param id for example {@code alg-none}
 * @param title what is wrong in a few words
 * @param severities those it can have, the usual one first
 * @param applies what it is looked for in
 * @param trigger when it fires, in words
 * @param why what can happen
 * @param fix what to do, in one line where one does
 * @param references RFC sections, CVE and CWE numbers, guides
 * @param checks what looks for it
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

    /** Looks at a token or a proposed one. */
    @FunctionalInterface
    public interface TokenCheck {
        void look(TokenView token, Findings found);
    }

    /** Looks at one key, wherever it lies. */
    @FunctionalInterface
    public interface KeyCheck {
        void look(KeyView key, Findings found);
    }

    /** Looks at a key set as a whole. */
    @FunctionalInterface
    public interface KeySetCheck {
        void look(KeySetView set, Findings found);
    }

    /**
     * The checks of a rule, by what they need to be there.
     *
     * @param form needs only the text of a token
     * @param header needs a header
     * @param claims needs claims in the clear
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
