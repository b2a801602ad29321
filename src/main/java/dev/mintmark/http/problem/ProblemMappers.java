package dev.mintmark.http.problem;

import com.fasterxml.jackson.core.JsonLocation;
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

/** Maps every exception of a resource or of the framework to a problem. */
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
    Response serviceBusy(ServiceBusyException e) {
        return Problem.of(ProblemType.UNAVAILABLE, e.detail()).toResponse();
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
            return "Unknown member " + pointer;
        }
        return pointer.isEmpty() ? "The body must be a JSON object" : "The value has the wrong type";
    }

    /** JSON that cannot be parsed. */
    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        if (e instanceof BodyEncodingException encoding) {
            return Problem.of(ProblemType.MALFORMED_REQUEST, "", encoding.detail())
                    .toResponse();
        }
        JsonLocation location = e.getLocation();
        return notJson(
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr());
    }

    private static Response notJson(String position) {
        return Problem.of(
                        ProblemType.MALFORMED_REQUEST,
                        "",
                        "The body is not valid JSON" + position
                                + ": UTF-8, each member once, nested at most 64 deep, nothing after it")
                .toResponse();
    }

    /** Jackson reports an exponent beyond 32 bits with this exception; from any other place it is a failure of the service. */
    @ServerExceptionMapper
    Response outOfRange(NumberFormatException e) {
        boolean isFromParser = e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().startsWith(JsonParser.class.getPackageName());
        return isFromParser ? notJson("") : failed(e);
    }

    @ServerExceptionMapper
    Response methodNotAllowed(NotAllowedException e, UriInfo uri) {
        Response problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The path exists, but not for this method")
                .toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.ALLOW, methods.of("/" + uri.getPath().replaceFirst("^/", "")))
                .build();
    }

    /** Errors of the framework, which wraps the exceptions of body readers. */
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

    /** The log contains the stack trace under the instance id; the response contains only the id. */
    @ServerExceptionMapper
    Response failed(Throwable e) {
        Problem problem = Problem.of(
                ProblemType.INTERNAL, "An unexpected error occurred. The log contains it under this instance.");
        LOG.errorf(new RedactedException(e), "Request failed, instance %s", problem.instance());
        return problem.toResponse();
    }

    private static Problem.Member member(ConstraintViolation<?> violation) {
        return new Problem.Member(Pointers.of(violation), ProblemType.MALFORMED_REQUEST.code(), violation.getMessage());
    }
}
