package dev.mintmark.drills;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The faults that a test may order for one login: a closed list. A fault is written {@code endpoint:value}, for example
 * {@code id_token:expired}. The endpoints commit it; this class only names it.
 *
 * @param endpoint where it happens
 * @param value what happens there
 */
public record Faults(Endpoint endpoint, String value) {
    /** Where a fault happens. */
    public enum Endpoint {
        /** The authorization endpoint answers with an error. */
        AUTHORIZE,
        /** The token endpoint answers with an error, or late. */
        TOKEN,
        /** The ID token is wrong in one way. */
        ID_TOKEN,
        /** The userinfo endpoint answers wrongly. */
        USERINFO;

        private String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One way in which an ID token is wrong; everything else of it is right. */
    public enum IdTokenFault {
        /** {@code exp} is an hour ago. */
        EXPIRED,
        /** {@code iat} and {@code nbf} are an hour ahead. */
        FUTURE,
        /** {@code iss} is another issuer. */
        WRONG_ISS,
        /** {@code aud} and {@code azp} are another client. */
        WRONG_AUD,
        /** {@code nonce} is not the one that was sent. */
        WRONG_NONCE,
        /** The last byte of the signature is changed. */
        BAD_SIGNATURE,
        /** {@code kid} is in no JWK Set. */
        UNKNOWN_KID,
        /** {@code alg} is {@code none} and there is no signature. */
        NONE,
        /** {@code at_hash} is absent. */
        NO_AT_HASH,
        /** {@code at_hash} is that of another token. */
        BAD_AT_HASH,
        /** The answer has no ID token. */
        MISSING
    }

    /** Errors that an authorization endpoint may answer (RFC 6749 section 4.1.2.1, OpenID Connect Core section 3.1.2.6). */
    private static final Set<String> AUTHORIZE_ERRORS = Set.of(
            "access_denied",
            "account_selection_required",
            "consent_required",
            "interaction_required",
            "invalid_request",
            "invalid_scope",
            "login_required",
            "server_error",
            "temporarily_unavailable",
            "unauthorized_client");

    /** Errors that a token endpoint may answer (RFC 6749 section 5.2). */
    private static final Set<String> TOKEN_ERRORS = Set.of(
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "invalid_scope",
            "server_error",
            "temporarily_unavailable",
            "unauthorized_client");

    private static final String SLOW = "slow";

    private static final List<String> ALL = all();

    private static List<String> all() {
        Stream<String> idToken = Arrays.stream(IdTokenFault.values())
                .map(fault -> "id_token:" + fault.name().toLowerCase(Locale.ROOT));
        return Stream.of(
                        new TreeSet<>(AUTHORIZE_ERRORS).stream().map(error -> "authorize:" + error),
                        new TreeSet<>(TOKEN_ERRORS).stream().map(error -> "token:" + error),
                        Stream.of("token:" + SLOW),
                        idToken,
                        Stream.of("userinfo:wrong_sub", "userinfo:500", "userinfo:not_json"))
                .flatMap(names -> names)
                .toList();
    }

    /** The names of all faults. */
    public static List<String> names() {
        return ALL;
    }

    /** The fault of this name; empty for a name that is not in the list. */
    public static Optional<Faults> parse(String name) {
        if (!ALL.contains(name)) {
            return Optional.empty();
        }
        String[] sides = name.split(":", 2);
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> endpoint.wireName().equals(sides[0]))
                .findFirst()
                .map(endpoint -> new Faults(endpoint, sides[1]));
    }

    /** The name, for example {@code id_token:expired}. */
    public String wireName() {
        return endpoint.wireName() + ':' + value;
    }

    /** The error that the endpoint answers; empty for another fault, or a fault of another endpoint. */
    public Optional<String> errorAt(Endpoint where) {
        Set<String> errors = where == Endpoint.AUTHORIZE ? AUTHORIZE_ERRORS : TOKEN_ERRORS;
        return endpoint == where && errors.contains(value) ? Optional.of(value) : Optional.empty();
    }

    /** Whether userinfo names another subject than the ID token. */
    public boolean isWrongSubject() {
        return endpoint == Endpoint.USERINFO && value.equals("wrong_sub");
    }

    /** Whether userinfo fails with a server error. */
    public boolean isServerError() {
        return endpoint == Endpoint.USERINFO && value.equals("500");
    }

    /** Whether userinfo answers something else than JSON. */
    public boolean isNotJson() {
        return endpoint == Endpoint.USERINFO && value.equals("not_json");
    }

    /** Whether the token endpoint answers late. */
    public boolean isSlow() {
        return endpoint == Endpoint.TOKEN && value.equals(SLOW);
    }

    /** What is wrong with the ID token; empty for a fault of another endpoint. */
    public Optional<IdTokenFault> idToken() {
        return endpoint == Endpoint.ID_TOKEN
                ? Optional.of(IdTokenFault.valueOf(value.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
