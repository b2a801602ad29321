package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.MEDIUM;

import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.TokenView;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.kinds.Profile;
import java.util.List;

/** The claims that JWT profiles require and forbid. */
final class ProfileRules {
    private ProfileRules() {}

    static void look(TokenView token, Findings found) {
        Profile profile = token.inference().facts().profile();
        if (profile.isForTypedOnly() && !Kinds.isKnownType(token.typ())) {
            return;
        }
        String document = profile.specification();
        for (String name : profile.required()) {
            if (token.lacks(name)) {
                found.at("/payload/" + name, MEDIUM, document + " requires " + name);
            }
        }
        for (String name : profile.forbidden()) {
            if (token.has(name)) {
                Severity severity = Severity.of(profile.forbiddenWeight()).orElse(MEDIUM);
                found.at("/payload/" + name, severity, document + " forbids " + name);
            }
        }
        List<String> either = profile.requiredOneOf();
        if (!either.isEmpty() && either.stream().allMatch(token::lacks)) {
            found.at("/payload/" + either.get(0), MEDIUM, document + " requires " + String.join(" or ", either));
        }
        List<String> same = profile.requiredSame();
        if (!same.isEmpty() && token.has(same.get(0)) && !isSame(token, same)) {
            found.at("/payload/" + same.get(1), MEDIUM, document + " requires the same " + String.join(" and ", same));
        }
        header(token, profile, found);
    }

    private static boolean isSame(TokenView token, List<String> names) {
        return token.claims().path(names.get(0)).equals(token.claims().path(names.get(1)));
    }

    private static void header(TokenView token, Profile profile, Findings found) {
        String document = profile.specification();
        for (String name : profile.requiredHeader()) {
            if (!token.header().hasNonNull(name)) {
                found.at("/header/" + name, MEDIUM, document + " requires " + name + " in the header");
            }
        }
        List<String> either = profile.requiredOneOfHeader();
        if (!either.isEmpty() && either.stream().noneMatch(token.header()::hasNonNull)) {
            found.at(
                    "/header/" + either.get(0),
                    MEDIUM,
                    document + " requires " + String.join(" or ", either) + " in the header");
        }
        if (profile.isAsymmetric() && token.isHmac()) {
            found.at("/header/alg", MEDIUM, token.alg(), document + " requires an asymmetric signature");
        }
    }
}
