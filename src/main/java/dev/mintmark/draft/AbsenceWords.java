package dev.mintmark.draft;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.mintmark.draft.Ignored.Code;
import java.util.Map;
import java.util.Set;

/** "without audience", "with no subject and no jti", "that never expires". A negation is never read as its opposite. */
final class AbsenceWords {
    private static final String NOTHING = "";

    private static final Map<String, String> CLAIMS = Map.ofEntries(
            Map.entry("audience", "/claims/aud"),
            Map.entry("aud", "/claims/aud"),
            Map.entry("subject", "/claims/sub"),
            Map.entry("sub", "/claims/sub"),
            Map.entry("issuer", "/claims/iss"),
            Map.entry("iss", "/claims/iss"),
            Map.entry("expiry", "/claims/exp"),
            Map.entry("expiration", "/claims/exp"),
            Map.entry("exp", "/claims/exp"),
            Map.entry("expires", "/claims/exp"),
            Map.entry("jti", "/claims/jti"),
            Map.entry("iat", "/claims/iat"),
            Map.entry("kid", "/headers/kid"),
            Map.entry("typ", "/headers/typ"),
            // A token has none of these unless the sentence asks for it.
            Map.entry("role", NOTHING),
            Map.entry("roles", NOTHING),
            Map.entry("scope", NOTHING),
            Map.entry("scopes", NOTHING),
            Map.entry("permissions", NOTHING),
            Map.entry("permission", NOTHING),
            Map.entry("groups", NOTHING),
            Map.entry("group", NOTHING),
            Map.entry("tenant", NOTHING),
            Map.entry("nbf", NOTHING));

    private static final Map<String, String> PHRASES = Map.of(
            "token id", "/claims/jti",
            "key id", "/headers/kid",
            "issue time", "/claims/iat",
            "issued at", "/claims/iat",
            "expiry date", "/claims/exp",
            "expiration date", "/claims/exp",
            "expiration time", "/claims/exp",
            "refresh token", NOTHING,
            "client id", NOTHING);

    private static final Set<String> JOINTS = Set.of("and", "or", "nor", ",");
    private static final Set<String> BOUNDARIES = Set.of("and", "with", "for", "that", "which", "signed");

    private AbsenceWords() {}

    static boolean parse(Cursor at, Members draft) {
        int endless = endless(at);
        if (endless > 0) {
            remove("/claims/exp", at.take(endless), draft);
            return true;
        }
        if (!at.isIn(0, Vocabulary.NEGATIONS)) {
            return false;
        }
        int lead = 1;
        lead += at.is(lead, "any", "an", "a", "the", "no", "have", "has", "having", "include", "includes") ? 1 : 0;
        if (at.is(lead, "signature", "signing", "signed")) {
            draft.ignore(Code.ALGORITHM_NONE, at.take(lead + 1));
            return true;
        }
        boolean isFirst = true;
        while (length(at, lead) > 0) {
            int length = length(at, lead);
            String pointer = pointer(at, lead);
            remove(pointer, at.take(lead + length), draft);
            isFirst = false;
            lead = at.isIn(0, JOINTS) ? 1 : 0;
            lead += lead > 0 ? at.article(lead) : 0;
            if (lead == 0) {
                return true;
            }
        }
        if (isFirst) {
            ignore(at, draft);
        }
        return true;
    }

    /** "never expires", "does not expire", "doesn't expire", "non-expiring", "not expiring". */
    private static int endless(Cursor at) {
        for (String phrase : new String[] {
            "that never expires", "never expires", "never expiring", "never expire", "does not expire",
                    "doesn't expire",
            "doesnt expire", "not expiring", "non-expiring", "non expiring", "without expiring", "should not expire",
            "must not expire", "will not expire", "won't expire", "valid forever", "forever"
        }) {
            if (at.isPhrase(0, phrase)) {
                return phrase.split(" ", -1).length;
            }
        }
        return 0;
    }

    private static int length(Cursor at, int ahead) {
        return at.at(ahead).lower().isEmpty()
                ? 0
                : PHRASES.containsKey(
                                at.at(ahead).lower() + ' ' + at.at(ahead + 1).lower())
                        ? 2
                        : CLAIMS.containsKey(at.at(ahead).lower()) ? 1 + (at.is(ahead + 1, "claim") ? 1 : 0) : 0;
    }

    private static String pointer(Cursor at, int ahead) {
        String two = at.at(ahead).lower() + ' ' + at.at(ahead + 1).lower();
        return PHRASES.getOrDefault(two, CLAIMS.getOrDefault(at.at(ahead).lower(), NOTHING));
    }

    private static void remove(String pointer, Span span, Members draft) {
        if (!pointer.equals(NOTHING)) {
            draft.say(pointer, NullNode.getInstance(), span, "null removes it");
        } else if (draft.presetUsed().isPresent()) {
            draft.ignore(Code.UNSUPPORTED, span, "A draft removes nothing from a preset but registered claims.");
        }
    }

    /** Everything up to the next clause, so that what a negation is about does not become a value. */
    private static void ignore(Cursor at, Members draft) {
        int count = 1;
        while (!at.at(count).isPunctuation() && !at.isIn(count, BOUNDARIES)) {
            count++;
        }
        draft.ignore(Code.UNSUPPORTED, at.take(count), "This negation is not understood, so nothing was made of it.");
    }
}
