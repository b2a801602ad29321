package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Context;
import dev.mintmark.advice.Subject;
import dev.mintmark.advice.Subject.KnownKeys;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.kinds.TokenKind;
import dev.mintmark.paste.PastedText;
import dev.mintmark.service.request.AdviceRequest;
import dev.mintmark.service.request.RequestLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the subject and the context of an advice request. */
public final class AdviceReader {
    private static final Duration MAX_SKEW = Duration.ofMinutes(10);

    private final Instants instants;

    public AdviceReader(Clock clock) {
        this.instants = new Instants(clock);
    }

    /**
     * Reads the subject; empty for a token request, which the service composes.
     *
     * @throws MalformedRequestException if there is not exactly one subject, or a member belongs to another subject
     */
    public static Optional<Subject> subject(AdviceRequest request) {
        Optional<JsonNode> jwk = StringMembers.present(request.jwk());
        Optional<JsonNode> jwks = StringMembers.present(request.jwks());
        long subjects = Stream.of(request.token(), request.spec(), jwk, jwks, request.secret())
                .filter(Optional::isPresent)
                .count();
        if (subjects != 1) {
            throw new MalformedRequestException("", "Give exactly one of token, spec, jwk, jwks and secret");
        }
        if (request.keys().isPresent() && request.token().isEmpty()) {
            throw new MalformedRequestException("/keys", "keys go with a token");
        }
        if (request.secret().isEmpty()) {
            RequestErrors errors = new RequestErrors();
            errors.check(() -> rejectWithoutSecret("/algorithm", request.algorithm()));
            errors.check(() -> rejectWithoutSecret("/secret_encoding", request.secretEncoding()));
            errors.report();
        }
        if (request.token().isPresent()) {
            KnownKeys keys = request.keys().map(AdviceReader::keys).orElse(KnownKeys.NONE);
            return Optional.of(Subject.Token.of(PastedText.read(request.token().get()), keys, true));
        }
        if (request.secret().isPresent()) {
            UnverifiedJwk secret = secret("", request.secret().get(), request.secretEncoding());
            return Optional.of(new Subject.Secret(secret, request.algorithm()));
        }
        if (jwks.isPresent()) {
            JsonNode set = TrustedKeysReader.bounded("/jwks", jwks.get());
            return Optional.of(new Subject.KeySet(object("/jwks", set)));
        }
        return jwk.map(json -> new Subject.Key(UnverifiedJwk.of(object("/jwk", json))));
    }

    private static void rejectWithoutSecret(String pointer, Optional<String> member) {
        if (member.isPresent()) {
            throw new MalformedRequestException(pointer, pointer.substring(1) + " goes with a secret");
        }
    }

    private static KnownKeys keys(AdviceRequest.Keys keys) {
        Optional<JsonNode> jwk = StringMembers.present(keys.jwk());
        Optional<JsonNode> jwks = StringMembers.present(keys.jwks());
        if (Stream.of(jwk, jwks, keys.secret()).filter(Optional::isPresent).count() != 1) {
            throw new MalformedRequestException("/keys", "Give exactly one of jwks, jwk and secret");
        }
        if (keys.secret().isEmpty() && keys.secretEncoding().isPresent()) {
            throw new MalformedRequestException("/keys/secret_encoding", "secret_encoding goes with a secret");
        }
        return keys.secret()
                .map(text -> KnownKeys.of(secret("/keys", text, keys.secretEncoding())))
                .or(() -> jwk.map(json -> KnownKeys.of(UnverifiedJwk.of(object("/keys/jwk", json)))))
                .orElseGet(() -> KnownKeys.of(
                        object("/keys/jwks", TrustedKeysReader.bounded("/keys/jwks", jwks.orElseThrow()))));
    }

    private static UnverifiedJwk secret(String pointer, String text, Optional<String> encoding) {
        try {
            var unused = StringMembers.bounded("/secret", Optional.of(text), RequestLimits.SECRET);
            return UnverifiedJwk.ofSecret(CallerKey.decode(text, encoding.orElse("utf8")));
        } catch (MalformedRequestException e) {
            throw e.below(pointer);
        }
    }

    private static ObjectNode object(String pointer, JsonNode json) {
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedRequestException(pointer, "The value must be a JSON object");
    }

    /**
     * Reads the context.
     *
     * @throws MalformedRequestException if a member is malformed
     */
    public Context context(AdviceRequest request) {
        RequestErrors errors = new RequestErrors();
        Context context = new Context(
                errors.read(Instant.EPOCH, () -> now(request)),
                errors.read(Duration.ZERO, () -> skew(request)),
                errors.read(Optional.empty(), () -> request.kind().map(AdviceReader::kind)),
                errors.read(
                        Optional.empty(), () -> StringMembers.bounded("/issuer", request.issuer(), RequestLimits.TEXT)),
                errors.read(
                        Optional.empty(),
                        () -> StringMembers.bounded("/audience", request.audience(), RequestLimits.TEXT)));
        errors.report();
        return context;
    }

    private Instant now(AdviceRequest request) {
        return StringMembers.present(request.now())
                .map(value -> instants.parse("/now", value))
                .orElseGet(instants::now);
    }

    private static Duration skew(AdviceRequest request) {
        Duration skew = StringMembers.present(request.skew())
                .map(value -> Durations.parse("/skew", value))
                .orElse(Context.DEFAULT_SKEW);
        if (skew.compareTo(MAX_SKEW) > 0) {
            throw new MalformedRequestException("/skew", "The skew must be 0 to 600 seconds");
        }
        return skew;
    }

    private static TokenKind kind(String name) {
        return TokenKind.parse(name)
                .orElseThrow(() -> new MalformedRequestException("/kind", "The kind must be one of " + kinds()));
    }

    private static List<String> kinds() {
        return Arrays.stream(TokenKind.values()).map(TokenKind::wireName).toList();
    }
}
