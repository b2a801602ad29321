package dev.mintmark.draft;

import dev.mintmark.draft.Ignored.Code;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that must not or cannot become a member: secrets, tokens, unsigned, encrypted, wrong on purpose, several tokens. */
final class RefusedWords {
    private static final Set<String> ENCRYPTION =
            Set.of("encrypted", "encrypt", "encryption", "jwe", "nested", "dir", "a256gcm", "rsa-oaep");
    private static final Set<String> FORMATS = Set.of("opaque", "paseto", "saml", "revoked", "blacklisted");
    private static final Set<String> MANY =
            Set.of("several", "many", "multiple", "batch", "dozen", "hundreds", "thousands", "dozens");
    private static final Set<String> DRILL_NOUNS =
            Set.of("signature", "issuer", "key", "algorithm", "kid", "header", "payload");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private RefusedWords() {}

    static boolean credentials(Cursor at, Members draft) {
        Word word = at.at(0);
        if (word.kind() == Word.Kind.TOKEN || word.kind() == Word.Kind.SECRET) {
            draft.ignore(word.kind() == Word.Kind.TOKEN ? Code.TOKEN : Code.SECRET, at.take(1));
            return true;
        }
        boolean isKey = at.is(0, "key") && !at.is(1, "id");
        if (!at.isIn(0, Vocabulary.SECRETS) && !isKey) {
            return false;
        }
        int next = 1;
        next += at.is(next, "key", "value", "phrase", "word") ? 1 : 0;
        next += at.connectors(next);
        Word value = at.at(next);
        boolean isValue = value.kind() != Word.Kind.PUNCTUATION
                && (value.kind() != Word.Kind.PLAIN || !isPhraseAfterSecret(at, next));
        if (!isValue) {
            draft.ignore(Code.SECRET, at.take(1));
            return true;
        }
        at.take(next);
        draft.ignore(Code.SECRET, at.take(1));
        return true;
    }

    private static boolean isPhraseAfterSecret(Cursor at, int ahead) {
        return at.isIn(ahead, Vocabulary.FILLERS)
                || at.isIn(ahead, Vocabulary.HEADS)
                || at.isIn(ahead, Vocabulary.AUTHORITIES);
    }

    static boolean unsigned(Cursor at, Members draft) {
        int count = at.is(0, "unsigned", "none")
                ? 1
                : at.is(0, "alg", "algorithm") && at.is(1 + at.connectors(1), "none") ? 2 : 0;
        if (count == 0) {
            return false;
        }
        if (count == 2) {
            at.take(1 + at.connectors(1));
        }
        draft.ignore(Code.ALGORITHM_NONE, at.take(1));
        return true;
    }

    static boolean encrypted(Cursor at, Members draft) {
        if (!at.isIn(0, ENCRYPTION)) {
            return false;
        }
        draft.ignore(Code.ENCRYPTION, at.take(1));
        return true;
    }

    static boolean wrongOnPurpose(Cursor at, Members draft) {
        if (at.isIn(0, FORMATS)) {
            draft.ignore(Code.NOT_A_SPEC, at.take(1));
            return true;
        }
        if (!at.isIn(0, Vocabulary.DRILLS)) {
            return false;
        }
        draft.ignore(Code.NOT_A_SPEC, at.take(at.isIn(1, DRILL_NOUNS) ? 2 : 1));
        return true;
    }

    /** "two tokens", "a batch of 100 tokens", "several JWTs". */
    static boolean several(Cursor at, Members draft) {
        int count = 0;
        while (count < 4
                && (NUMBER.matcher(at.at(count).lower()).matches()
                        || (Vocabulary.NUMBERS.containsKey(at.at(count).lower()) && !at.is(count, "a", "an", "one"))
                        || at.isIn(count, MANY)
                        || (count > 0 && at.is(count, "of", "access", "id", "different", "jwt")))) {
            count++;
        }
        if (count == 0 || !at.is(count, "tokens", "jwts")) {
            return false;
        }
        draft.sawToken = true;
        draft.ignore(Code.SEVERAL_TOKENS, at.take(count + 1));
        return true;
    }
}
