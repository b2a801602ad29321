package dev.mintmark.draft;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.mintmark.draft.Ignored.Code;
import java.util.Set;
import java.util.regex.Pattern;

/** The type of the token, its algorithm, and its refresh token. */
final class TypeWords {
    private static final Pattern ALGORITHM =
            Pattern.compile("(?:HS|RS|ES|PS)\\d{1,4}K?|ED448", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FAMILIES = Set.of("rsa", "hmac", "ecdsa", "ec", "elliptic", "rsa-pss");

    private TypeWords() {}

    static boolean parse(Cursor at, Members draft) {
        int profile = at.isPhrase(0, "rfc 9068") ? 2 : at.is(0, "rfc9068", "rfc-9068", "at+jwt") ? 1 : 0;
        if (profile > 0) {
            draft.say("/headers/typ", "at+jwt", at.take(profile));
            return true;
        }
        if (at.is(0, "access", "id", "refresh", "identity", "generic", "id-token", "access-token", "refresh-token")) {
            return typed(at, draft);
        }
        if (at.is(0, "token", "jwt") && at.is(1, "pair")) {
            return refresh(at, 2, draft);
        }
        if (at.isPhrase(0, "pair of tokens")) {
            return refresh(at, 3, draft);
        }
        if (at.isIn(0, Vocabulary.NOUNS)) {
            draft.sawToken = true;
        }
        return false;
    }

    private static boolean typed(Cursor at, Members draft) {
        String word = at.at(0).lower();
        boolean isWhole = word.endsWith("-token");
        String type = word.replace("-token", "").replace("identity", "id");
        if (type.equals("access") && at.is(1, "and", "+", "&") && at.is(2, "refresh") && at.isIn(3, Vocabulary.NOUNS)) {
            draft.say("/type", "access", at.take(1));
            at.take(1);
            return refresh(at, 2, draft);
        }
        int noun = isWhole ? 0 : at.isIn(1, Vocabulary.NOUNS) ? 1 : -1;
        if (noun < 0) {
            return false;
        }
        if (type.equals("refresh") && draft.sawToken) {
            return refresh(at, 1 + noun, draft);
        }
        draft.sawToken = true;
        draft.say("/type", type, at.take(1 + noun));
        return true;
    }

    private static boolean refresh(Cursor at, int count, Members draft) {
        draft.sawToken = true;
        draft.say("/refresh", BooleanNode.TRUE, at.take(count), "");
        return true;
    }

    /** "ES256", "alg RS512", "signed with EdDSA". */
    static boolean algorithm(Cursor at, Members draft) {
        int head = at.is(0, "algorithm", "alg") ? 1 + at.connectors(1) : 0;
        var name = Values.algorithm(at.at(head));
        if (name.isPresent()) {
            draft.say("/algorithm", name.get(), at.take(head + 1));
            return true;
        }
        if (ALGORITHM.matcher(at.at(0).lower()).matches()) {
            draft.ignore(Code.UNSUPPORTED, at.take(1), "The service has no algorithm of this name.");
            return true;
        }
        if (at.isIn(0, FAMILIES)) {
            draft.ignore(Code.AMBIGUOUS, at.take(1), "Name the algorithm, such as RS256, PS256, ES256 or EdDSA.");
            return true;
        }
        return false;
    }
}
