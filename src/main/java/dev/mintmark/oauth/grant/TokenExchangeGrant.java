package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.Scopes;
import dev.mintmark.tokens.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Token exchange (RFC 8693): a token of any issuer of this service gives an access token of this issuer for the same subject.
 * With an actor token the result says who acts, and keeps who acted before (section 4.1).
 */
final class TokenExchangeGrant {
    static final String TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

    private static final Map<String, Optional<TokenType>> TYPES = Map.of(
            ACCESS_TOKEN,
            Optional.of(TokenType.ACCESS),
            "urn:ietf:params:oauth:token-type:id_token",
            Optional.of(TokenType.ID),
            "urn:ietf:params:oauth:token-type:refresh_token",
            Optional.of(TokenType.REFRESH),
            JWT,
            Optional.empty());

    /** A longer chain is a loop. */
    private static final int MAX_ACTORS = 8;

    private final SubjectTokens subjects;
    private final TokenIssuer tokens;

    TokenExchangeGrant(SubjectTokens subjects, TokenIssuer tokens) {
        this.subjects = subjects;
        this.tokens = tokens;
    }

    TokenResponse grant(GrantRequest request) {
        Parameters parameters = request.parameters();
        String wanted = parameters.get("requested_token_type").orElse(ACCESS_TOKEN);
        if (!wanted.equals(ACCESS_TOKEN) && !wanted.equals(JWT)) {
            throw invalid("The requested_token_type is not access_token or jwt");
        }
        Claims subject = required(request, "subject_token");
        Optional<Claims> actor = actor(request);
        ObjectNode typed = SubjectTokens.carriedOver(subject);
        act(subject, actor).ifPresent(act -> typed.set("act", act));
        List<String> asked = Scopes.parse(parameters.get("scope"));
        List<String> scope = asked.isEmpty() ? scopeOf(subject, request) : GrantRequest.admit(request.client(), asked);
        Authorization authorization = request.authorization(
                        request.config().bySubject(subject.text("sub").orElse("")),
                        scope,
                        request.audience(),
                        Optional.empty())
                .withTyped(typed);
        return tokens.issue(request, authorization, false).as(wanted);
    }

    private Claims required(GrantRequest request, String name) {
        String token = request.parameters().require(name);
        String typeName = request.parameters().require(name + "_type");
        Optional<TokenType> type = Optional.ofNullable(TYPES.get(typeName))
                .orElseThrow(
                        () -> invalid("The " + name + "_type is not access_token, id_token, refresh_token or jwt"));
        return subjects.ours(request.issuer(), token, type)
                .orElseThrow(
                        () -> invalid(
                                "The " + name
                                        + " is not a valid token of this type and service: not genuine, expired, revoked or encrypted"));
    }

    private Optional<Claims> actor(GrantRequest request) {
        boolean isTyped = request.parameters().get("actor_token_type").isPresent();
        if (request.parameters().get("actor_token").isEmpty()) {
            if (isTyped) {
                throw invalid("The actor_token_type is given without actor_token");
            }
            return Optional.empty();
        }
        return Optional.of(required(request, "actor_token"));
    }

    /** What the subject may have of its own scope; an ID token has none. */
    private static List<String> scopeOf(Claims subject, GrantRequest request) {
        try {
            return Scopes.parse(subject.text("scope").filter(text -> !text.isBlank())).stream()
                    .filter(request.client()::mayHave)
                    .toList();
        } catch (MalformedTokenException | OAuthException e) {
            return List.of();
        }
    }

    private static Optional<JsonNode> act(Claims subject, Optional<Claims> actor) {
        Optional<JsonNode> before = subject.value("act").filter(JsonNode::isObject);
        if (actor.isEmpty()) {
            return before;
        }
        String name = actor.get().text("sub").orElse("");
        Optional<JsonNode> allowed = subject.value("may_act").map(may -> may.path("sub"));
        if (allowed.filter(sub -> !sub.asText().equals(name)).isPresent()) {
            throw invalid("The subject_token does not let the actor act: its may_act names another");
        }
        int depth = 1;
        for (JsonNode one = before.orElse(JsonNodeFactory.instance.missingNode());
                one.isObject();
                one = one.path("act")) {
            depth++;
        }
        if (depth > MAX_ACTORS) {
            throw invalid("The subject_token has more than 8 actors");
        }
        ObjectNode act = JsonNodeFactory.instance.objectNode().put("sub", name);
        actor.get().text("iss").ifPresent(iss -> act.put("iss", iss));
        before.ifPresent(earlier -> act.set("act", earlier));
        return Optional.of(act);
    }

    private static OAuthException invalid(String description) {
        return new OAuthException(OAuthError.INVALID_REQUEST, description);
    }
}
