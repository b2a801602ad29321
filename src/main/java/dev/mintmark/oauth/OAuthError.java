package dev.mintmark.oauth;

import java.util.Locale;

/** The error codes of RFC 6749, RFC 6750, RFC 7009, RFC 7591, RFC 8707 and OpenID Connect Core, with their HTTP status. */
public enum OAuthError {
    INVALID_REQUEST(400),
    INVALID_CLIENT(401),
    INVALID_GRANT(400),
    UNAUTHORIZED_CLIENT(400),
    UNSUPPORTED_GRANT_TYPE(400),
    INVALID_SCOPE(400),
    INVALID_TARGET(400),
    UNSUPPORTED_TOKEN_TYPE(400),
    INVALID_REDIRECT_URI(400),
    INVALID_CLIENT_METADATA(400),
    INVALID_TOKEN(401),
    INSUFFICIENT_SCOPE(403),
    UNSUPPORTED_RESPONSE_TYPE(400),
    ACCESS_DENIED(400),
    LOGIN_REQUIRED(400),
    UNMET_AUTHENTICATION_REQUIREMENTS(400),
    REQUEST_NOT_SUPPORTED(400),
    REQUEST_URI_NOT_SUPPORTED(400),
    CONSENT_REQUIRED(400),
    INTERACTION_REQUIRED(400),
    ACCOUNT_SELECTION_REQUIRED(400),
    SERVER_ERROR(500),
    TEMPORARILY_UNAVAILABLE(503);

    private final int status;

    OAuthError(int status) {
        this.status = status;
    }

    /** The HTTP status where the error is the answer itself and no redirect. */
    public int status() {
        return status;
    }

    /**
     * The error of this name.
     *
     * @throws IllegalArgumentException for another name
     */
    public static OAuthError parse(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The value of {@code error}, for example {@code invalid_grant}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
