package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.json.StrictJson;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;

/** Helpers for tests of keys. */
final class Keys {
    private Keys() {}

    static ObjectNode json(String text) {
        return StrictJson.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The private JWK of a generated key, as a copy. */
    static ObjectNode privateJson(Algorithm algorithm) {
        return GeneratedKeys.of(algorithm).insecurePrivateJson();
    }

    /** The public JWK of a generated key, as a copy. */
    static ObjectNode publicJson(Algorithm algorithm) {
        return GeneratedKeys.of(algorithm).publicJson();
    }

    static BigInteger number(JsonNode json, String member) {
        return new BigInteger(1, Base64Url.decode(json.path(member).asText()));
    }

    static String encoded(BigInteger number) {
        return Base64Url.encode(BigIntegers.asUnsignedByteArray(number));
    }

    static String encoded(BigInteger number, int length) {
        return Base64Url.encode(BigIntegers.asUnsignedByteArray(length, number));
    }

    /** Fails unless the key is rejected for this reason, with a message that contains none of the secrets. */
    static void assertRejected(Reason reason, Callable<?> reading, String... secrets) {
        KeyRejectedException rejection = catchThrowableOfType(KeyRejectedException.class, reading::call);
        assertThat(rejection).as("a rejection as %s", reason).isNotNull();
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.detail()).isNotBlank().isEqualTo(rejection.getMessage());
        if (secrets.length > 0) {
            Leak.assertNone(rejection, secrets);
        }
    }

    /**
     * As {@link #assertRejected(Reason, Callable, String...)}, of a JWK: the message contains none of the private
     * members.
     */
    static void assertRejected(Reason reason, JsonNode jwk) {
        String[] secrets = Stream.of("d", "p", "q", "dp", "dq", "qi", "k")
                .map(member -> jwk.path(member).asText())
                // A shorter one may be part of a word by chance.
                .filter(secret -> secret.length() > 12)
                .toArray(String[]::new);
        assertRejected(reason, () -> JwkReader.read(jwk), secrets);
    }
}
