package dev.mintmark.draft;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.draft.Ignored.Code;
import dev.mintmark.draft.Values.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Roles, permissions, groups and scopes, before or after their noun. */
final class AuthorityWords {
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E ]+");

    private AuthorityWords() {}

    static boolean parse(Cursor at, Members draft) {
        return everything(at, draft)
                || adjective(at, draft)
                || before(at, draft)
                || after(at, draft)
                || member(at, draft);
    }

    /** "every permission", "all scopes": no list of values. */
    private static boolean everything(Cursor at, Members draft) {
        if (!at.isIn(0, Vocabulary.ALL_OF)) {
            return false;
        }
        int noun = at.is(1, "the", "of", "possible", "available") ? 2 : 1;
        if (!at.isIn(noun, Vocabulary.AUTHORITIES)) {
            return false;
        }
        draft.ignore(Code.AMBIGUOUS, at.take(noun + 1), "Name each value: there is no list of all of them.");
        return true;
    }

    /** "an admin token", "as admin", "for an admin user", "admin rights". */
    private static boolean adjective(Cursor at, Members draft) {
        int lead = at.is(0, "as", "is") ? 1 : 0;
        boolean isFor = at.is(0, "for", "of") && at.is(1, "a", "an");
        lead = isFor ? 2 : lead + (lead > 0 ? at.article(lead) : 0);
        if (!at.isIn(lead, Vocabulary.ROLES)) {
            return false;
        }
        int next = lead + 1;
        boolean isUser = at.isIn(next, Vocabulary.PEOPLE);
        boolean isRight = at.is(next, "rights", "privileges");
        int kind = at.is(next, "access", "id", "refresh", "bearer", "user", "jwt") ? next + 1 : next;
        if ((lead == 0 && !isRight && !at.isIn(kind, Vocabulary.NOUNS)) || at.isIn(next, Vocabulary.AUTHORITIES)) {
            return false;
        }
        int count = next + (isUser || isRight ? 1 : 0);
        if (!Values.isValue(at, count) || !isUser) {
            draft.add("/roles", List.of(at.at(lead).text()), at.take(count), "");
            return true;
        }
        return false;
    }

    /** "roles admin and auditor", "scope orders:read", "in group finance". */
    private static boolean before(Cursor at, Members draft) {
        if (!at.isIn(0, Vocabulary.AUTHORITIES)) {
            return false;
        }
        String noun = at.at(0).lower();
        int head = 1 + at.connectors(1);
        Join join = noun.startsWith("scope") ? Join.SCOPE : noun.endsWith("s") ? Join.COMMA : Join.AND;
        Optional<Values> values = Values.read(at, head, join);
        values.ifPresent(it -> take(at, head + it.words(), it, noun, draft));
        return values.isPresent();
    }

    /** "read and write permissions", "the editor role". */
    private static boolean after(Cursor at, Members draft) {
        Optional<Values> values = Values.read(at, 0, Join.COMMA).filter(it -> it.words() <= 12);
        if (values.isEmpty() || !at.isIn(values.get().words(), Vocabulary.AUTHORITIES)) {
            return false;
        }
        String noun = at.at(values.get().words()).lower();
        // In "token for alice role admin" the noun has its own value.
        if (Values.isValue(at, values.get().words() + 1)) {
            return false;
        }
        take(at, values.get().words() + 1, values.get(), noun, draft);
        return true;
    }

    /** "member of finance". */
    private static boolean member(Cursor at, Members draft) {
        if (!at.is(0, "member") || !at.is(1, "of")) {
            return false;
        }
        int head = 2 + at.article(2);
        head += at.is(head, "group", "groups") ? 1 : 0;
        Optional<Values> values = Values.read(at, head, Join.AND);
        if (values.isEmpty()) {
            return false;
        }
        int count = head + values.get().words();
        take(at, count + (at.is(count, "group", "groups") ? 1 : 0), values.get(), "groups", draft);
        return true;
    }

    private static void take(Cursor at, int count, Values values, String noun, Members draft) {
        Span span = at.take(count);
        if (values.isChoice()) {
            draft.ignore(Code.AMBIGUOUS, span);
            return;
        }
        if (noun.startsWith("scope")) {
            scope(values.values(), span, draft);
            return;
        }
        draft.add(noun.endsWith("s") ? "/" + noun : "/" + noun + "s", values.values(), span, "");
    }

    /** Adds values to the scope, which have no quotes and no backslash (RFC 6749 section 3.3). */
    static void scope(List<String> more, Span span, Members draft) {
        if (!more.stream().allMatch(it -> SCOPE.matcher(it).matches())) {
            draft.ignore(Code.UNSUPPORTED, span, "A scope value has only ASCII characters, no quote and no backslash.");
            return;
        }
        if (draft.isTaken("/scope")) {
            draft.ignore(Code.SECOND_VALUE, span);
            return;
        }
        List<String> all = new ArrayList<>();
        Optional.ofNullable(draft.values.get("/scope"))
                .ifPresent(it -> all.addAll(List.of(it.asText().split(" ", -1))));
        more.stream()
                .flatMap(it -> Stream.of(it.split(" ", -1)))
                .filter(it -> !all.contains(it))
                .forEach(all::add);
        TextNode value = TextNode.valueOf(String.join(" ", all));
        draft.values.put("/scope", value);
        draft.note("/scope", TextNode.valueOf(String.join(" ", more)), Understood.How.SAID, span, "");
    }
}
