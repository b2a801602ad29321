package dev.mintmark.drills;

import java.util.List;
import java.util.Optional;

/**
 * One drill: a wrong token, or a control that must be accepted.
 *
 * @param id the stable name, for example {@code alg-none}
 * @param group the group in the catalogue
 * @param title what is wrong, as a phrase
 * @param how how the tokens are made
 * @param expect what a correct resource server does
 * @param httpStatus the statuses that it may answer; a 5xx is always a failure
 * @param code the code of {@code POST /tokens/verify}; empty where no strict verifier can know
 * @param strength how strong the demand is
 * @param attack the weakness that accepts the token
 * @param references specifications and advisories
 * @param isDos whether the tokens may exhaust a weak service, so that they are made only on request
 */
public record Drill(
        String id,
        DrillGroup group,
        String title,
        String how,
        Expect expect,
        List<Integer> httpStatus,
        Optional<String> code,
        Strength strength,
        String attack,
        List<String> references,
        boolean isDos) {
    public Drill {
        httpStatus = List.copyOf(httpStatus);
        references = List.copyOf(references);
    }

    /** What a correct resource server does with a token. */
    public enum Expect {
        ACCEPT,
        REJECT;

        public String wireName() {
            return this == ACCEPT ? "accept" : "reject";
        }
    }

    /** How strong a demand is. */
    public enum Strength {
        /** A specification demands it, or the weakness can be exploited. */
        MUST,
        /** Policy, or a profile. */
        SHOULD
    }
}
