package dev.mintmark.http.problem;

import java.util.Arrays;
import java.util.Locale;

/** Every kind of error the service answers with; part of the API. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be understood or contradicts itself"),
    MALFORMED_TOKEN(400, "The token cannot be read"),
    REFRESH_REJECTED(400, "The refresh token is not redeemed"),
    UNAUTHORIZED(401, "The caller is not known"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "There is no such representation"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not JSON"),
    POLICY_VIOLATION(422, "The request is understood and refused"),
    UNAVAILABLE(503, "The service cannot do this now"),
    INTERNAL(500, "The service failed");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The kind for a status that the framework chose: another 4xx is a malformed request, another 5xx internal. */
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
