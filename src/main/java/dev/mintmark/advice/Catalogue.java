package dev.mintmark.advice;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules, in the order in which they are looked at and shown. */
public final class Catalogue {
    private static final List<Rule> RULES = Stream.of(
                    FormRules.RULES,
                    AlgorithmRules.RULES,
                    SignatureRules.RULES,
                    HeaderRules.RULES,
                    EncryptionRules.RULES,
                    TimeRules.RULES,
                    DateRules.RULES,
                    IdentityRules.RULES,
                    AuthorityRules.RULES,
                    DataRules.RULES,
                    SecretRules.RULES,
                    KeyRules.RULES,
                    KeySetRules.RULES)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Rule> BY_ID =
            RULES.stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

    private static final Map<SubjectType, List<Rule>> BY_SUBJECT = Arrays.stream(SubjectType.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    type -> RULES.stream()
                            .filter(rule -> rule.applies().contains(type))
                            .toList(),
                    (first, second) -> first,
                    () -> new EnumMap<>(SubjectType.class)));

    private Catalogue() {}

    public static List<Rule> rules() {
        return RULES;
    }

    public static Optional<Rule> rule(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    static List<Rule> rulesFor(SubjectType type) {
        return BY_SUBJECT.getOrDefault(type, List.of());
    }
}
