package dev.mintmark.advice.rules;

import dev.mintmark.advice.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The list of all rules. */
public final class AllRules {
    private AllRules() {}

    /** The rules of every family, in the order in which they are checked and shown. */
    public static List<Rule> list() {
        return Stream.of(
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
    }
}
