package dev.mintmark.advice.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Subject;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.UnverifiedJwk;

/** Keys generated at run time. */
public final class TestKeys {
    public static final ObjectNode RSA = publicJson(Algorithm.RS256);
    static final ObjectNode OTHER_RSA = publicJson(Algorithm.PS256);
    public static final ObjectNode EC = publicJson(Algorithm.ES256);
    static final ObjectNode EC384 = publicJson(Algorithm.ES384);
    static final ObjectNode ED = publicJson(Algorithm.EDDSA);

    private TestKeys() {}

    private static ObjectNode publicJson(Algorithm algorithm) {
        ObjectNode json = GeneratedKey.of(algorithm).publicJson();
        json.remove("alg");
        json.remove("kid");
        json.remove("use");
        return json;
    }

    /** A copy with these members, given as alternating name and text; an absent text removes the member. */
    public static ObjectNode with(ObjectNode key, String... members) {
        ObjectNode copy = key.deepCopy();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1].isEmpty()) {
                copy.remove(members[i]);
                continue;
            }
            copy.put(members[i], members[i + 1]);
        }
        return copy;
    }

    public static Subject.KnownKeys single(ObjectNode key) {
        return Subject.KnownKeys.of(UnverifiedJwk.of(key));
    }

    public static Subject.KnownKeys set(ObjectNode... keys) {
        ObjectNode set = RSA.objectNode();
        for (ObjectNode key : keys) {
            set.withArray("keys").add(key);
        }
        return Subject.KnownKeys.of(set);
    }
}
