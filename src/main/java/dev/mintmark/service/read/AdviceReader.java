package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Context;
import dev.mintmark.advice.Subject;
import dev.mintmark.advice.Subject.KnownKeys;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.TokenKind;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.service.request.AdviceOrder;
import dev.mintmark.service.request.MintOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what advice is wanted on, and what the caller knows beside it. */
public final class AdviceReader {
    private static final Duration LONGEST_SKEW = Duration.ofMinutes(10);

    private final Instants instants;
    private final Function<MintOrder, Subject.Spec> specs;

    public AdviceReader(Clock clock, Function<MintOrder, Subject.Spec> specs) {
        this.instants = new Instants(clock);
        this.specs = specs;
    }

    /**
     * Reads the one subject.
     *
     * @throws MalformedRequestException if there is none or more than one, or a member goes with another subject
     */
    public Subject subject(AdviceOrder order) {
        Optional<JsonNode> jwk = Texts.present(order.jwk());
        Optional<JsonNode> jwks = Texts.present(order.jwks());
        long subjects = Stream.of(order.token(), order.spec(), jwk, jwks, order.secret())
                .filter(Optional::isPresent)
                .count();
        if (subjects != 1) {
            throw new MalformedRequestException("", "Give exactly one of token, spec, jwk, jwks and secret");
        }
        if (order.keys().isPresent() && order.token().isEmpty()) {
            throw new MalformedRequestException("/keys", "keys go with a token");
        }
        if (order.secret().isEmpty()) {
            refuse("/algorithm", order.algorithm());
            refuse("/secret_encoding", order.secretEncoding());
        }
        if (order.token().isPresent()) {
            KnownKeys keys = order.keys().map(AdviceReader::keys).orElse(KnownKeys.NONE);
            return new Subject.Token(TokenForm.read(order.token().get()), keys, true);
        }
        if (order.spec().isPresent()) {
            return spec(order.spec().get());
        }
        if (order.secret().isPresent()) {
            UnverifiedJwk secret = secret("", order.secret().get(), order.secretEncoding());
            return new Subject.Secret(secret, order.algorithm());
        }
        return jwk.<Subject>map(json -> new Subject.Key(UnverifiedJwk.of(object("/jwk", json))))
                .orElseGet(() -> new Subject.KeySet(object("/jwks", jwks.orElseThrow())));
    }

    private static void refuse(String pointer, Optional<String> member) {
        if (member.isPresent()) {
            throw new MalformedRequestException(pointer, pointer.substring(1) + " goes with a secret");
        }
    }

    private Subject spec(MintOrder order) {
        try {
            return specs.apply(order);
        } catch (MalformedRequestException e) {
            throw new MalformedRequestException("/spec" + e.pointer(), e.detail());
        }
    }

    private static KnownKeys keys(AdviceOrder.Keys keys) {
        Optional<JsonNode> jwk = Texts.present(keys.jwk());
        Optional<JsonNode> jwks = Texts.present(keys.jwks());
        if (Stream.of(jwk, jwks, keys.secret()).filter(Optional::isPresent).count() != 1) {
            throw new MalformedRequestException("/keys", "Give exactly one of jwks, jwk and secret");
        }
        if (keys.secret().isEmpty() && keys.secretEncoding().isPresent()) {
            throw new MalformedRequestException("/keys/secret_encoding", "secret_encoding goes with a secret");
        }
        return keys.secret()
                .map(text -> KnownKeys.of(secret("/keys", text, keys.secretEncoding())))
                .or(() -> jwk.map(json -> KnownKeys.of(UnverifiedJwk.of(object("/keys/jwk", json)))))
                .orElseGet(() -> KnownKeys.of(object("/keys/jwks", jwks.orElseThrow())));
    }

    private static UnverifiedJwk secret(String pointer, String text, Optional<String> encoding) {
        try {
            return UnverifiedJwk.ofSecret(OwnKeys.decode(text, encoding.orElse("utf8")));
        } catch (MalformedRequestException e) {
            throw new MalformedRequestException(pointer + e.pointer(), e.detail());
        }
    }

    private static ObjectNode object(String pointer, JsonNode json) {
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedRequestException(pointer, "A JSON object is needed");
    }

    /**
     * Reads what the caller knows beside the subject.
     *
     * @throws MalformedRequestException if a member cannot be understood
     */
    public Context context(AdviceOrder order) {
        Duration skew = Texts.present(order.skew())
                .map(value -> Durations.parse("/skew", value))
                .orElse(Context.USUAL_SKEW);
        if (skew.compareTo(LONGEST_SKEW) > 0) {
            throw new MalformedRequestException("/skew", "The skew is 0 to 600 seconds");
        }
        return new Context(
                Texts.present(order.now())
                        .map(value -> instants.parse("/now", value))
                        .orElseGet(instants::now),
                skew,
                order.kind().map(AdviceReader::kind),
                order.issuer(),
                order.audience());
    }

    private static TokenKind kind(String name) {
        return Arrays.stream(TokenKind.values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedRequestException("/kind", "The kind is one of " + kinds()));
    }

    private static List<String> kinds() {
        return Arrays.stream(TokenKind.values()).map(TokenKind::wireName).toList();
    }
}
