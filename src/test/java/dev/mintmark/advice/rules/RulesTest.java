package dev.mintmark.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fires on its case with the expected severity and does not fire on the near miss. */
class RulesTest {
    static Stream<RuleCase> cases() {
        return Stream.of(FormCases.ALL, HeaderCases.ALL, ClaimCases.ALL, DataCases.ALL, KeyCases.ALL)
                .flatMap(Collection::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fires(RuleCase rule) {
        assertThat(RuleCase.advise(rule.fires()))
                .filteredOn(advisory -> advisory.rule().id().equals(rule.rule()))
                .extracting(Advisory::where, Advisory::severity)
                .contains(org.assertj.core.groups.Tuple.tuple(rule.where(), rule.severity()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesNotFireOnTheNearMiss(RuleCase rule) {
        List<Advisory> same = RuleCase.advise(rule.misses()).stream()
                .filter(advisory -> advisory.rule().id().equals(rule.rule()))
                .filter(advisory -> advisory.where().equals(rule.where())
                        && advisory.severity().compareTo(rule.severity()) >= 0)
                .toList();
        assertThat(same).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsOnlyDeclaredSeverities(RuleCase rule) {
        for (Subject subject : List.of(rule.fires(), rule.misses())) {
            assertThat(RuleCase.advise(subject))
                    .allSatisfy(found -> assertThat(found.rule().severities()).contains(found.severity()));
        }
    }

    @Test
    void coverTheWholeCatalogueInEverySeverity() {
        Set<String> covered = cases().map(c -> c.rule() + ' ' + c.severity()).collect(Collectors.toSet());
        assertThat(AllRules.list())
                .allSatisfy(rule -> assertThat(rule.severities())
                        .allSatisfy(severity -> assertThat(covered).contains(rule.id() + ' ' + severity)));
    }
}
