package dev.mintmark.service.summary;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Severity;
import dev.mintmark.tokens.verify.Check;
import dev.mintmark.tokens.verify.CheckResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sentences about the checks of a token and the advisories on it. */
final class VerdictSentences {
    private static final int MAX_ADVISORIES = 2;
    private static final Set<Check> IDENTITY = Set.of(Check.ISSUER, Check.AUDIENCE);

    private VerdictSentences() {}

    /** "It will be refused here: it is meant for another audience." Empty if no check failed. */
    static Optional<Sentence> refusal(List<CheckResult> checks) {
        List<CheckResult> failed = checks.stream().filter(CheckResult::isFailed).toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        List<String> clauses = failed.stream().map(Clauses::check).distinct().toList();
        return Optional.of(new Sentence(
                "It will be refused here: " + Words.and(clauses) + '.',
                failed.stream()
                        .map(CheckResult::pointer)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                List.of(),
                names(failed)));
    }

    /** "It will be accepted here." and which checks of its origin were not requested. */
    static Sentence acceptance(List<CheckResult> checks) {
        List<CheckResult> open = checks.stream()
                .filter(it -> IDENTITY.contains(it.check()) && it.status() == CheckResult.Status.SKIPPED)
                .toList();
        if (open.isEmpty()) {
            return Sentence.about("It will be accepted here.");
        }
        String names = Words.and(names(open));
        return new Sentence(
                "It will be accepted here, but its " + names + (open.size() == 1 ? " was" : " were") + " not checked.",
                List.of(),
                List.of(),
                names(open));
    }

    /** "Watch out: it never expires and it names no audience." Empty without an advisory of at least medium severity. */
    static Optional<Sentence> warning(List<Advisory> advisories, Set<String> mentioned) {
        List<Advisory> worst = advisories.stream()
                .filter(it -> it.severity().compareTo(Severity.MEDIUM) >= 0)
                .filter(it -> !mentioned.contains(it.rule().id()))
                .sorted(Comparator.comparing(Advisory::severity).reversed())
                .collect(Collectors.toMap(it -> it.rule().id(), it -> it, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MAX_ADVISORIES)
                .toList();
        if (worst.isEmpty()) {
            return Optional.empty();
        }
        List<String> rules = worst.stream().map(it -> it.rule().id()).toList();
        List<String> clauses =
                rules.stream().map(Clauses::rule).flatMap(Optional::stream).toList();
        return Optional.of(new Sentence(
                "Watch out: " + Words.and(clauses) + '.',
                worst.stream().map(Advisory::where).distinct().toList(),
                rules,
                List.of()));
    }

    private static List<String> names(List<CheckResult> checks) {
        return checks.stream().map(it -> it.check().wireName()).toList();
    }
}
