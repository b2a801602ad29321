package dev.mintmark.http.problem;

import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.body.MemberError;
import dev.mintmark.service.read.MalformedRequestException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Problem details (RFC 9457).
 *
 * @param type the type of problem
 * @param detail a sentence that says what is wrong with this request, without any token, key or secret
 * @param instance identifies this occurrence; the log has the instance of an internal error
 * @param errors one entry for each member that is wrong
 */
public record Problem(ProblemType type, String detail, UUID instance, List<Member> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Keys that are being generated are ready after this time. */
    private static final int RETRY_AFTER_SECONDS = 1;

    /**
     * One member of the request that is wrong.
     *
     * @param pointer JSON pointer to it
     * @param code a stable name of the error
     * @param detail a sentence that says what is wrong
     */
    public record Member(String pointer, String code, String detail) {
        static Member of(MemberError error) {
            return new Member(error.pointer(), error.code(), error.detail());
        }

        static Member of(MalformedRequestException.Entry error) {
            return new Member(error.pointer(), ProblemType.MALFORMED_REQUEST.code(), error.detail());
        }

        /** The same errors as members of a problem. */
        public static List<Member> of(List<MemberError> errors) {
            return errors.stream().map(Member::of).toList();
        }
    }

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, UUID.randomUUID(), List.of());
    }

    public static Problem of(ProblemType type, String pointer, String detail) {
        return new Problem(type, detail, UUID.randomUUID(), List.of(new Member(pointer, type.code(), detail)));
    }

    /** A request with one or more independent errors. */
    public static Problem of(MalformedRequestException e) {
        return of(
                ProblemType.MALFORMED_REQUEST,
                e.errors().stream().map(Member::of).toList());
    }

    /** A problem with one or more independent errors; its detail is that of the first and says how many there are. */
    static Problem of(ProblemType type, List<Member> errors) {
        String first = errors.isEmpty() ? type.title() : errors.get(0).detail();
        String detail = errors.size() < 2 ? first : "The request has " + errors.size() + " errors. The first: " + first;
        return new Problem(type, detail, UUID.randomUUID(), errors);
    }

    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(type.status())
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(toJson());
        if (type == ProblemType.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    /**
     * Sends the problem outside of JAX-RS. The body is not read, so an HTTP/1 connection cannot serve another request; HTTP/2
     * forbids the header Connection (RFC 9113 section 8.2.2).
     */
    public void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        toResponse().getStringHeaders().forEach(response::putHeader);
        if (request.version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close");
        }
        response.setStatusCode(type.status()).end(Buffer.buffer(toJson()));
    }

    byte[] toJson() {
        return StrictJson.bytes(members());
    }

    /** The members as RFC 9457 names them, for a problem inside another document. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:mintmark:problem:" + type.code());
        members.put("title", type.title());
        members.put("status", type.status());
        members.put("detail", detail);
        members.put("instance", "urn:uuid:" + instance);
        members.put("code", type.code());
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        return members;
    }
}
