package dev.mintmark.http.wire;

import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.response.MintResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The response of a mint as the token alone, for scripts: only if Accept is exactly one range that asks for it. Many clients
 * send {@code text/plain} among other ranges and expect JSON.
 */
public final class BareToken {
    /** The media type of a JWT (RFC 7519 section 10.3.1). */
    public static final String JWT = "application/jwt";

    private static final List<String> TYPES = List.of(JWT, MediaType.TEXT_PLAIN);

    private BareToken() {}

    /**
     * The media type of the bare token, or empty for JSON.
     *
     * @param accept the lines of the header Accept
     */
    public static Optional<String> type(List<String> accept) {
        if (accept.size() != 1) {
            return Optional.empty();
        }
        String range = accept.get(0).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return accept.get(0).contains(",")
                ? Optional.empty()
                : TYPES.stream().filter(range::equals).findFirst();
    }

    /**
     * Refuses a request whose response must contain a refresh token.
     *
     * @throws MalformedRequestException if a bare token and a refresh token are requested
     */
    public static void rejectRefresh(Optional<String> type, Optional<Boolean> refresh) {
        if (type.isPresent() && refresh.orElse(false)) {
            throw new MalformedRequestException(
                    "/refresh", "A bare token has no room for a refresh token. Send Accept: application/json.");
        }
    }

    /**
     * The response of a mint.
     *
     * @param bare the media type of the bare token; empty for JSON
     */
    public static Response response(MintResponse minted, Optional<String> bare) {
        return bare.map(type -> Response.ok(minted.token(), type))
                .orElseGet(() -> Response.ok(minted, MediaType.APPLICATION_JSON))
                .build();
    }
}
