package dev.mintmark.http.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource, or the framework around it, as a problem. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.http.ProblemMappers");

    private final AllowedMethods methods;

    ProblemMappers(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response malformedRequest(MalformedRequestException e) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, e.pointer(), e.detail())
                .toResponse();
    }

    @ServerExceptionMapper
    Response malformedToken(MalformedTokenException e) {
        return Problem.of(ProblemType.MALFORMED_TOKEN, "/token", e.detail()).toResponse();
    }

    @ServerExceptionMapper
    Response policyViolation(PolicyViolationException e) {
        return Problem.of(ProblemType.POLICY_VIOLATION, e.pointer(), e.detail()).toResponse();
    }

    @ServerExceptionMapper
    Response refreshRejected(RefreshRejectedException e) {
        List<Problem.Member> members = e.reasons().stream()
                .map(reason -> new Problem.Member(reason.pointer(), reason.code(), reason.detail()))
                .toList();
        return new Problem(
                        ProblemType.REFRESH_REJECTED, ProblemType.REFRESH_REJECTED.title(), UUID.randomUUID(), members)
                .toResponse();
    }

    @ServerExceptionMapper
    Response revocationsUnavailable(RevocationsUnavailableException e) {
        return Problem.of(ProblemType.UNAVAILABLE, e.detail()).toResponse();
    }

    @ServerExceptionMapper
    Response keysUnavailable(KeysUnavailableException e) {
        return Problem.of(ProblemType.UNAVAILABLE, "The keys are not ready yet").toResponse();
    }

    @ServerExceptionMapper
    Response bodyTooLarge(BodyTooLargeException e) {
        return Problem.of(ProblemType.TOO_LARGE, e.detail()).toResponse();
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException e) {
        List<Problem.Member> members = e.getConstraintViolations().stream()
                .map(ProblemMappers::member)
                .sorted(Comparator.comparing(Problem.Member::pointer))
                .toList();
        String detail = members.stream().findFirst().map(Problem.Member::detail).orElse("The request is not valid");
        return new Problem(ProblemType.MALFORMED_REQUEST, detail, UUID.randomUUID(), members).toResponse();
    }

    @ServerExceptionMapper
    Response mismatch(MismatchedInputException e) {
        String pointer = Pointers.of(e);
        return Problem.of(ProblemType.MALFORMED_REQUEST, pointer, detail(e, pointer))
                .toResponse();
    }

    public static String detail(MismatchedInputException e, String pointer) {
        if (e instanceof UnrecognizedPropertyException) {
            return "The request has no member " + pointer;
        }
        return pointer.isEmpty() ? "The body is not the JSON object that is needed" : "The value has the wrong type";
    }

    /** JSON that cannot be parsed. */
    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        return notJson();
    }

    private static Response notJson() {
        return Problem.of(
                        ProblemType.MALFORMED_REQUEST,
                        "",
                        "The body is not valid JSON: UTF-8, each member once, nested at most 64 deep, nothing after it")
                .toResponse();
    }

    /** Jackson does not count an exponent beyond 32 bits among its own complaints; any other such failure is ours. */
    @ServerExceptionMapper
    Response outOfRange(NumberFormatException e) {
        boolean isOfParser = e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().startsWith(JsonParser.class.getPackageName());
        return isOfParser ? notJson() : failed(e);
    }

    @ServerExceptionMapper
    Response methodNotAllowed(NotAllowedException e, UriInfo uri) {
        Response problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The path is there, for other methods")
                .toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.ALLOW, methods.of("/" + uri.getPath().replaceFirst("^/", "")))
                .build();
    }

    /** What the framework refuses by itself; it wraps what a reader of bodies threw. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        if (e.getCause() instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        return Problem.of(type, type.title()).toResponse();
    }

    /** The log has the stack trace under the instance's id; the answer has only the id. */
    @ServerExceptionMapper
    Response failed(Throwable e) {
        Problem problem = Problem.of(ProblemType.INTERNAL, "An unexpected error; the log has it under this instance");
        LOG.errorf(new RedactedException(e), "Request failed, instance %s", problem.instance());
        return problem.toResponse();
    }

    private static Problem.Member member(ConstraintViolation<?> violation) {
        return new Problem.Member(Pointers.of(violation), ProblemType.MALFORMED_REQUEST.code(), violation.getMessage());
    }
}
