package dev.mintmark.http.problem;

import java.util.Arrays;
import java.util.Locale;

/** The types of problem that the service returns; part of the API. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be understood or contradicts itself"),
    MALFORMED_TOKEN(400, "The token cannot be read"),
    REFRESH_REJECTED(400, "The refresh token was rejected"),
    UNAUTHORIZED(401, "API key authentication failed"),
    FORBIDDEN_ORIGIN(403, "Web pages of this origin must not use the operation"),
    NOT_FOUND(404, "The resource does not exist"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed"),
    NOT_ACCEPTABLE(406, "The representation is not available"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    POLICY_VIOLATION(422, "The request was understood but refused"),
    UNAVAILABLE(503, "The service is temporarily unavailable"),
    INTERNAL(500, "The service failed unexpectedly");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The type for a status of the framework: another 4xx is a malformed request, another 5xx is internal. */
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable name, for example {@code malformed-request}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
