package dev.mintmark.advice;

import dev.mintmark.advice.Rule.Checks;
import dev.mintmark.advice.Rule.KeyCheck;
import dev.mintmark.advice.Rule.KeySetCheck;
import dev.mintmark.advice.Rule.TokenCheck;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Rule} in reading order: problem, condition, reason, fix, references. */
public final class RuleWriter {
    private final String id;
    private final List<Severity> severities;
    private final Set<SubjectType> applies = EnumSet.noneOf(SubjectType.class);
    private String title = "";
    private String trigger = "";
    private String why = "";
    private String fix = "";
    private List<String> references = List.of();
    private @Nullable TokenCheck form;
    private @Nullable TokenCheck header;
    private @Nullable TokenCheck claims;
    private @Nullable KeyCheck key;
    private @Nullable KeySetCheck keySet;

    RuleWriter(String id, List<Severity> severities) {
        this.id = id;
        this.severities = severities;
    }

    public RuleWriter title(String words) {
        title = words;
        return this;
    }

    public RuleWriter when(String words) {
        trigger = words;
        return this;
    }

    public RuleWriter why(String words) {
        why = words;
        return this;
    }

    public RuleWriter fix(String words) {
        fix = words;
        return this;
    }

    public RuleWriter see(String... sources) {
        references = List.of(sources);
        return this;
    }

    public RuleWriter in(SubjectType... types) {
        applies.addAll(Arrays.asList(types));
        return this;
    }

    public RuleWriter form(TokenCheck check) {
        form = check;
        return this;
    }

    public RuleWriter header(TokenCheck check) {
        header = check;
        return this;
    }

    public RuleWriter claims(TokenCheck check) {
        claims = check;
        return this;
    }

    public RuleWriter key(KeyCheck check) {
        key = check;
        return this;
    }

    public RuleWriter keySet(KeySetCheck check) {
        keySet = check;
        return this;
    }

    public Rule rule() {
        return new Rule(
                id,
                title,
                severities,
                applies,
                trigger,
                why,
                fix,
                references,
                new Checks(form, header, claims, key, keySet));
    }
}
