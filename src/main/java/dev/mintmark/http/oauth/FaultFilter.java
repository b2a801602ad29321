package dev.mintmark.http.oauth;

import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.token.UserInfo;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Commits the faults that a ticket or the file orders, where they concern HTTP. A header field names the fault. */
@Singleton
final class FaultFilter {
    static final String HEADER = "X-Mintmark-Fault";

    /** Longer than the time-outs that clients have by default for connections, shorter than those for whole tests. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    /** Delays an answer of the token endpoint without a thread. */
    @ServerResponseFilter
    Uni<Void> delay(ContainerResponseContext response) {
        boolean isSlow = response.getHeaders().containsKey(HEADER)
                && "token:slow".equals(String.valueOf(response.getHeaders().getFirst(HEADER)));
        return isSlow
                ? Uni.createFrom().voidItem().onItem().delayIt().by(SLOW)
                : Uni.createFrom().voidItem();
    }

    /** The answer of the userinfo endpoint, right or wrong. */
    static Response of(UserInfo.Answer answer) {
        Response right = OAuthResponses.json(200, answer.claims()).build();
        if (answer.fault().isEmpty()) {
            return right;
        }
        Response.ResponseBuilder response = Response.fromResponse(right);
        if (answer.fault().get().isServerError()) {
            response = Response.fromResponse(
                    OAuthResponses.error(OAuthError.SERVER_ERROR, "A ticket or the file orders this error"));
        }
        if (answer.fault().get().isNotJson()) {
            response.header(HttpHeaders.CONTENT_TYPE, null)
                    .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .entity("<html><body>This is not JSON</body></html>");
        }
        return response.header(HEADER, answer.fault().get().wireName()).build();
    }
}
