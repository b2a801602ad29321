package dev.mintmark.draft;

import dev.mintmark.draft.Ignored.Code;
import dev.mintmark.draft.Values.Join;
import java.util.Optional;

/** "for alice", "bob's token", "for the orders service", "at acme-corp", "from https://idp.example". */
final class Prepositions {
    private Prepositions() {}

    static boolean parse(Cursor at, Members draft) {
        return possessive(at, draft) || url(at, draft) || service(at, draft) || tenant(at, draft) || subject(at, draft);
    }

    private static boolean possessive(Cursor at, Members draft) {
        Word word = at.at(0);
        String lower = word.lower();
        boolean isOwner = (lower.endsWith("'s") || lower.endsWith("’s")) && lower.length() > 2;
        int noun = at.is(1, "access", "id", "refresh", "jwt", "bearer") ? 2 : 1;
        if (!isOwner || !at.isIn(noun, Vocabulary.NOUNS) || Vocabulary.FILLERS.contains(lower)) {
            return false;
        }
        draft.say("/subject", word.text().substring(0, word.text().length() - 2), at.take(1));
        return true;
    }

    /** A URL is an issuer after "by" and "from", and an audience after "for", "at", "against" and "call". */
    private static boolean url(Cursor at, Members draft) {
        boolean isIssuer = at.is(0, "by", "from");
        boolean isAudience = at.is(0, "for", "at", "against", "call", "access", "to", "on", "reach");
        int url = 1 + at.article(1);
        if (!at.at(url).isUrl() || (!isIssuer && !isAudience)) {
            if (!at.at(0).isUrl()) {
                return false;
            }
            draft.ignore(Code.AMBIGUOUS, at.take(1), "Say whether this is the audience or the issuer.");
            return true;
        }
        if (isAudience) {
            return NamedValues.audience(at, url, draft);
        }
        draft.say("/issuer", at.at(url).text(), at.take(url + 1));
        return true;
    }

    /** "for the orders service". */
    private static boolean service(Cursor at, Members draft) {
        if (!at.is(0, "for", "at", "to", "against")) {
            return false;
        }
        int name = 1 + at.article(1);
        if (!Values.isValue(at, name) || !at.isIn(name + 1, Vocabulary.SERVICES) || Values.isValue(at, name + 2)) {
            return false;
        }
        draft.say("/audience", at.at(name).text(), at.take(name + 2));
        return true;
    }

    /** "at acme-corp", "in the acme tenant", "for the globex organization". */
    private static boolean tenant(Cursor at, Members draft) {
        int name = at.is(0, "at", "in", "for", "of", "from") ? 1 + at.article(1) : 0;
        boolean isNamed =
                Values.isValue(at, name) && at.isIn(name + 1, Vocabulary.TENANTS) && !Values.isValue(at, name + 2);
        boolean isAt = at.is(0, "at") && Values.isValue(at, name);
        if (!isNamed && !isAt) {
            return false;
        }
        draft.say("/tenant", at.at(name).text(), at.take(name + (isNamed ? 2 : 1)));
        return true;
    }

    private static boolean subject(Cursor at, Members draft) {
        if (!at.is(0, "for", "of")) {
            return false;
        }
        int name = 1 + at.article(1);
        if (at.isPhrase(name, "service account")) {
            name += 2;
        } else if (at.isIn(name, Vocabulary.PEOPLE) || at.is(name, "users", "service", "client", "machine", "worker")) {
            if (at.is(name, "client")) {
                return false;
            }
            name += 1;
        }
        name += at.is(name, "named", "called", "id", ":") ? 1 : 0;
        return Values.isValue(at, name) && subjects(at, name, draft);
    }

    /** One subject. Several are ambiguous, so that none is chosen. */
    static boolean subjects(Cursor at, int name, Members draft) {
        Optional<Values> values = Values.read(at, name, Join.AND);
        if (values.isEmpty()) {
            return false;
        }
        if (values.get().values().size() == 1) {
            draft.say(
                    "/subject",
                    values.get().values().get(0),
                    at.take(name + values.get().words()));
            return true;
        }
        at.take(name);
        draft.ignore(Code.AMBIGUOUS, at.take(values.get().words()), "A token has one subject.");
        return true;
    }
}
