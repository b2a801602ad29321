package dev.mintmark.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** The state of reading or writing the revocation store. Each change of state is logged once. */
final class StoreAccess {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.revocations");
    private final String verb;
    private final AtomicReference<Optional<StoreFailure>> failure = new AtomicReference<>(Optional.empty());

    /** @param verb {@code read} or {@code written}, for the log */
    StoreAccess(String verb) {
        this.verb = verb;
    }

    String verb() {
        return verb;
    }

    boolean isAvailable() {
        return failure.get().isEmpty();
    }

    /** Whether the last failure was one of the connection, which any answer of the server disproves. */
    boolean isDisconnected() {
        return failure.get().filter(StoreFailure::isConnection).isPresent();
    }

    void failed(StoreFailure reason) {
        if (failure.getAndSet(Optional.of(reason)).isEmpty()) {
            LOG.warnf(
                    "The revocation store cannot be %s: %s. Requests that need it are answered with 503",
                    verb, reason.reason());
        }
    }

    void succeeded() {
        if (failure.getAndSet(Optional.empty()).isPresent()) {
            LOG.infof("The revocation store can be %s again", verb);
        }
    }
}
