package dev.mintmark.service.read;

import dev.mintmark.tokens.PolicyViolationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the errors in independent parts of one request, so that the caller gets all of them at once. */
public final class RequestErrors {
    private final Set<MalformedRequestException.Entry> errors = new LinkedHashSet<>();
    private Optional<PolicyViolationException> violation = Optional.empty();

    /**
     * Reads one part.
     *
     * @param fallback the value with which reading continues after an error; it is not used for anything else
     */
    public <T> T read(T fallback, Supplier<T> part) {
        try {
            return part.get();
        } catch (MalformedRequestException e) {
            errors.addAll(e.errors());
        } catch (PolicyViolationException e) {
            violation = violation.or(() -> Optional.of(e));
        }
        return fallback;
    }

    /** Checks one part. */
    public void check(Runnable part) {
        var unused = read(true, () -> {
            part.run();
            return true;
        });
    }

    /** The errors so far, without a violation of the policy. */
    List<MalformedRequestException.Entry> found() {
        return List.copyOf(errors);
    }

    /**
     * Ends the reading.
     *
     * @throws MalformedRequestException with all errors, if there are any
     * @throws PolicyViolationException if the request is well-formed, and a part violates the policy
     */
    public void report() {
        if (!errors.isEmpty()) {
            throw MalformedRequestException.of(errors);
        }
        violation.ifPresent(e -> {
            throw e;
        });
    }
}
