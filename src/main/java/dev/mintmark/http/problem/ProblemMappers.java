package dev.mintmark.http.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.service.body.JsonSyntax;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.RequestChecks;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every exception of a resource or of the framework to a problem. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger("dev.mintmark.http.ProblemMappers");

    private final Routes routes;
    private final RequestChecks checks;

    ProblemMappers(Routes routes, RequestChecks checks) {
        this.routes = routes;
        this.checks = checks;
    }

    @ServerExceptionMapper
    Response malformedRequest(MalformedRequestException e) {
        return Problem.of(e).toResponse();
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
        List<MalformedRequestException.Entry> values = Violations.parameters(e.getConstraintViolations())
                .flatMap(request -> checks.errors(request).stream())
                .toList();
        return Problem.of(ProblemType.MALFORMED_REQUEST, Violations.members(e.getConstraintViolations(), values))
                .toResponse();
    }

    @ServerExceptionMapper
    Response invalidBody(InvalidBodyException e) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, e.errors()).toResponse();
    }

    /** JSON that cannot be parsed. */
    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        return notJson(e instanceof BodyEncodingException encoding ? encoding.detail() : JsonSyntax.detail(e));
    }

    /** Replaces the mapper of the framework, whose response has no body. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e) {
        return notJson(JsonSyntax.detail(e));
    }

    private static Response notJson(String detail) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, "", detail).toResponse();
    }

    /** Jackson reports an exponent beyond 32 bits with this exception; from any other place it is a failure of the service. */
    @ServerExceptionMapper
    Response outOfRange(NumberFormatException e) {
        boolean isFromParser = e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().startsWith(JsonParser.class.getPackageName());
        return isFromParser ? notJson("The body is not valid JSON: a number has too many digits.") : failed(e);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundProblemException e) {
        return Problem.of(ProblemType.NOT_FOUND, e.detail()).toResponse();
    }

    @ServerExceptionMapper
    Response unknownPath(NotFoundException e, UriInfo uri) {
        return Problem.of(ProblemType.NOT_FOUND, routes.unknownPath(path(uri))).toResponse();
    }

    @ServerExceptionMapper
    Response methodNotAllowed(NotAllowedException e, UriInfo uri, Request request) {
        String allowed = routes.allowed(path(uri));
        Response problem = Problem.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "The path does not have the method " + SafeEcho.method(request.getMethod()) + ". It has "
                                + allowed + '.')
                .toResponse();
        return Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response unsupportedMediaType(NotSupportedException e, HttpHeaders headers, UriInfo uri, Request request) {
        return Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        SafeEcho.contentType(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)) + " Send Content-Type: "
                                + routes.consumed(path(uri), request.getMethod()) + '.')
                .toResponse();
    }

    private static String path(UriInfo uri) {
        return "/" + uri.getPath().replaceFirst("^/", "");
    }

    /** Errors of the framework, which wraps the exceptions of body readers. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo uri, Request request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        String detail = type == ProblemType.NOT_ACCEPTABLE
                ? "The response is not available in a media type that Accept allows. It is available as "
                        + routes.produced(path(uri), request.getMethod()) + '.'
                : type.title();
        return Problem.of(type, detail).toResponse();
    }

    /** The log contains the stack trace under the instance id; the response contains only the id. */
    @ServerExceptionMapper
    Response failed(Throwable e) {
        Problem problem = Problem.of(
                ProblemType.INTERNAL, "An unexpected error occurred. The log contains it under this instance.");
        if (isClosedByClient(e)) {
            LOG.debugf("The client closed the connection, instance %s", problem.instance());
        } else {
            LOG.errorf(new RedactedException(e), "Request failed, instance %s", problem.instance());
        }
        return problem.toResponse();
    }

    /** Whether the response could not be written for want of a reader. Anyone could fill the log with such errors. */
    private static boolean isClosedByClient(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(HttpClosedException.class::isInstance);
    }
}
