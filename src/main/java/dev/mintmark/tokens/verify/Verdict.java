package dev.mintmark.tokens.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.jose.Verified;
import java.util.List;
import java.util.Optional;

/** What a verifier says of a token: every check, not only the first failure, and never a claim nobody signed. */
public sealed interface Verdict {

    /** Every check of the mode in the order of {@link Check}; those that could not be made are skipped. */
    List<CheckResult> checks();

    /** Whether no check failed. */
    default boolean isValid() {
        return checks().stream().noneMatch(CheckResult::isFailed);
    }

    /** The text is no token. */
    record Unreadable(List<CheckResult> checks) implements Verdict {
        public Unreadable {
            checks = List.copyOf(checks);
        }
    }

    /**
     * A token whose signature does not hold: its claims are nobody's.
     *
     * @param header what somebody wrote
     */
    record Unauthentic(JoseHeader header, List<CheckResult> checks) implements Verdict {
        public Unauthentic {
            checks = List.copyOf(checks);
        }
    }

    /**
     * A token that the key's owner signed; its claims may still fail their checks.
     *
     * @param token the proof
     * @param claims the payload, where it is a JSON object
     */
    record Authentic(Verified token, Optional<ObjectNode> claims, List<CheckResult> checks) implements Verdict {
        public Authentic {
            checks = List.copyOf(checks);
        }
    }
}
