package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.jose.Verified;
import java.util.List;
import java.util.Optional;

/** The result of verification: every check, not only the first failure, and no unverified claim. */
public sealed interface Verdict {

    /** Every check of the mode in the order of {@link Check}; checks that could not be run are skipped. */
    List<CheckResult> checks();

    /** Whether no check failed. */
    default boolean isValid() {
        return checks().stream().noneMatch(CheckResult::isFailed);
    }

    /** The text is not a token. */
    record Unreadable(List<CheckResult> checks) implements Verdict {
        public Unreadable {
            checks = List.copyOf(checks);
        }
    }

    /**
     * A token without a valid signature. Its claims are not reported.
     *
     * @param header the unverified header
     */
    record Unauthentic(JoseHeader header, List<CheckResult> checks) implements Verdict {
        public Unauthentic {
            checks = List.copyOf(checks);
        }
    }

    /**
     * A token with a valid signature. Its claims may still fail their checks.
     *
     * @param token the verified token
     * @param claims the payload, if it is a JSON object
     */
    record Authentic(Verified token, Optional<Claims> claims, List<CheckResult> checks) implements Verdict {
        public Authentic {
            checks = List.copyOf(checks);
        }
    }
}
