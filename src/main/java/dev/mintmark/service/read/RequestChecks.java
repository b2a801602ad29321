package dev.mintmark.service.read;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.service.request.AdviceRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.service.request.RevokeRequest;
import dev.mintmark.service.request.VerifyRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Finds the errors in the values of a request without executing it, so that a request that is refused for another reason,
 * such as an unknown member, is answered with all of its errors.
 */
public final class RequestChecks {
    private final SpecReader specs;
    private final AdviceReader contexts;
    private final RevokeReader revocations;
    private final Issuers issuers;

    public RequestChecks(Issuers issuers, Clock clock) {
        this.specs = new SpecReader(issuers, clock);
        this.contexts = new AdviceReader(clock);
        this.revocations = new RevokeReader(issuers, clock);
        this.issuers = issuers;
    }

    /** The errors in the values of a request record; empty if there are none, or for records without such checks. */
    public List<MalformedRequestException.Entry> errors(Object request) {
        RequestErrors errors = new RequestErrors();
        try {
            check(request, errors);
        } catch (KeysUnavailableException e) {
            // The keys of the service are not ready: their errors are not known yet.
        }
        return errors.found();
    }

    private void check(Object request, RequestErrors errors) {
        if (request instanceof MintRequest mint) {
            errors.check(() -> specs.read(mint));
        } else if (request instanceof VerifyRequest verify) {
            check(verify, errors);
        } else if (request instanceof AdviceRequest advice) {
            errors.check(() -> AdviceReader.subject(advice));
            errors.check(() -> contexts.context(advice));
            errors.check(() -> advice.spec().ifPresent(this::checkProposed));
        } else if (request instanceof RefreshRequest refresh) {
            errors.check(() -> RefreshReader.restriction(refresh));
        } else if (request instanceof RevokeRequest revoke) {
            errors.check(() -> revocations.read(revoke));
        }
    }

    private void check(VerifyRequest request, RequestErrors errors) {
        errors.check(() -> ExpectationsReader.read(request));
        errors.check(() -> ExpectationsReader.mode(request));
        Optional<CallerKey> key = errors.read(Optional.empty(), () -> CallerKey.read(request));
        errors.check(() -> TrustedKeysReader.read(request, key, Optional.empty(), issuers.root()));
    }

    private void checkProposed(MintRequest spec) {
        try {
            var unused = specs.draft(spec, CallerKey.read(spec));
        } catch (MalformedRequestException e) {
            throw e.below("/spec");
        }
    }
}
