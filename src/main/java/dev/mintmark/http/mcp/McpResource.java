package dev.mintmark.http.mcp;

import dev.mintmark.http.guard.Authenticated;
import dev.mintmark.http.guard.KeyChecked;
import dev.mintmark.http.guard.OriginChecked;
import dev.mintmark.http.wire.NoStore;
import dev.mintmark.mcp.McpServer;
import dev.mintmark.mcp.Reply;
import dev.mintmark.mcp.RequestHeaders;
import dev.mintmark.mcp.tool.Caller;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.OAuthIssuers;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** {@code POST /mcp} answers a message of an assistant. There is no stream and no session, so there is no GET and no DELETE. */
@Path("/mcp")
public class McpResource {
    private final McpServer server;
    private final McpSwitch mcp;
    private final OAuthIssuers issuers;
    private final Authenticated callers;

    McpResource(McpServer server, McpSwitch mcp, OAuthIssuers issuers, Authenticated callers) {
        this.server = server;
        this.mcp = mcp;
        this.issuers = issuers;
        this.callers = callers;
    }

    @POST
    @KeyChecked
    @OriginChecked
    @NoStore
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response answer(@Context RoutingContext routing, InputStream body) throws IOException {
        mcp.require();
        HttpServerRequest request = routing.request();
        RequestHeaders headers = new RequestHeaders(
                header(request, "MCP-Protocol-Version"), header(request, "Mcp-Method"), header(request, "Mcp-Name"));
        Reply reply = server.answer(
                body.readAllBytes(), Optional.of(headers), new Caller(callers.mayMint(routing), base(request)));
        Response.ResponseBuilder response = Response.status(reply.status());
        reply.bytes().ifPresent(json -> response.entity(json).type(MediaType.APPLICATION_JSON_TYPE));
        return response.build();
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** The base URL of the service at one of its known origins, which is never taken from the request alone. */
    private Optional<String> base(HttpServerRequest request) {
        if (!issuers.areServed()) {
            return Optional.empty();
        }
        HostAndPort authority = request.authority();
        String origin = authority == null ? "" : request.scheme() + "://" + authority;
        return Optional.of(issuers.resolve(IssuerName.ROOT, origin).base());
    }
}
