package dev.mintmark.advice;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of a service, by id and by the subjects they apply to. */
public final class Catalogue {
    private final List<Rule> rules;
    private final Map<String, Rule> byId;
    private final Map<SubjectType, List<Rule>> bySubject;

    /** @param rules in the order in which they are checked and shown */
    public Catalogue(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.byId = rules.stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));
        this.bySubject = Arrays.stream(SubjectType.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        type -> rules.stream()
                                .filter(rule -> rule.applies().contains(type))
                                .toList(),
                        (first, second) -> first,
                        () -> new EnumMap<>(SubjectType.class)));
    }

    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Rule> rulesFor(SubjectType type) {
        return bySubject.getOrDefault(type, List.of());
    }
}
