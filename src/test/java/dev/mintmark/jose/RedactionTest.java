package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.Members;
import dev.mintmark.jose.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No {@code toString} contains a token, secret or private number; the tests that provoke exceptions check their
 * messages.
 */
class RedactionTest {

    @ParameterizedTest
    @EnumSource
    void showsNothingOfAKey(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        List<Object> shown = new ArrayList<>(List.of(
                jwk,
                jwk.material(),
                jwk.facts(),
                GeneratedKeys.bare(algorithm),
                JwkReader.read(jwk.insecurePrivateJson()),
                new JwkSet(List.of(jwk), List.of()),
                SigningKey.of(jwk, algorithm),
                VerificationKey.of(jwk),
                Optional.of(jwk),
                Map.of("key", jwk)));
        if (!jwk.isSecret()) {
            shown.add(Pem.read(Pem.insecurePrivateText(jwk)));
            shown.add(((KeyMaterial.Pair) jwk.material()).privateKey());
        }
        for (Object object : shown) {
            assertThat(object.toString()).as(object.getClass().getName()).doesNotContain(secrets(jwk));
        }
    }

    /**
     * In base64url, hexadecimal and decimal, and as text; of a secret also the thumbprint, against which guesses can be
     * tested.
     */
    private static String[] secrets(Jwk jwk) {
        ObjectNode json = jwk.insecurePrivateJson();
        List<String> secrets = new ArrayList<>();
        for (String member : List.of("d", "p", "q", "dp", "dq", "qi", "k")) {
            if (json.has(member)) {
                secrets.add(json.path(member).asText());
                secrets.add(Keys.number(json, member).toString(16));
                secrets.add(Keys.number(json, member).toString(10));
                secrets.add(new String(Base64Url.decode(json.path(member).asText()), UTF_8));
            }
        }
        if (jwk.isSecret()) {
            secrets.add(jwk.thumbprint());
        }
        return secrets.toArray(String[]::new);
    }

    @Test
    void showsNothingOfARejectedKey() {
        ObjectNode json = Keys.privateJson(Algorithm.HS256).put("use", 5);
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").add(json);
        JwkSet read = JwkSet.read(set);
        assertThat(read.rejected()).hasSize(1);
        assertThat(read.toString() + read.rejected())
                .doesNotContain(json.path("k").asText());
    }

    @ParameterizedTest
    @EnumSource
    void showsNothingOfAToken(Algorithm algorithm) {
        String token = GeneratedTokens.signed(GeneratedKeys.of(algorithm), algorithm, "{\"sub\":\"hush\"}");
        UnverifiedJws jws = UnverifiedJws.parse(token);
        String[] secrets =
                Stream.concat(Stream.of(token.split("\\.")), Stream.of("hush")).toArray(String[]::new);
        for (Object object : List.of(
                jws,
                jws.header(),
                Claims.parse(jws.unverifiedPayload()),
                jws.verify(VerificationKey.of(GeneratedKeys.of(algorithm)), algorithm),
                UnverifiedToken.read(token),
                Optional.of(UnverifiedToken.read(token)))) {
            assertThat(object.toString()).as(object.getClass().getName()).doesNotContain(secrets);
        }
    }

    /** The members of a header are arbitrary. */
    @Test
    void showsNothingOfAHeader() {
        JoseHeader header = JoseHeader.parse("{\"alg\":\"hush\",\"kid\":\"hush\"}".getBytes(UTF_8));
        assertThat(header.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfAKeyThatDoesNotSign(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        SigningKey key = SigningKey.of(jwk, algorithm);
        Leak.assertNone(
                catchThrowable(() -> key.sign(Members.of(Map.of("alg", "hush")), Members.of(Map.of("sub", "hush")))),
                "hush");
        Leak.assertNone(catchThrowable(() -> SigningKey.of(jwk.withAlgorithm("hush"), algorithm)), secrets(jwk));
        Leak.assertNone(catchThrowable(() -> SigningKey.of(jwk.withAlgorithm("hush"), algorithm)), "hush");
    }

    /** A value that cannot be written as JSON causes our own exception, without the claim. */
    @Test
    void saysNothingOfAClaimThatCannotBeWritten() {
        Throwable failure = catchThrowable(() -> StrictJson.bytes(Map.of("hush", new Object())));
        assertThat(failure).isInstanceOf(IllegalArgumentException.class);
        Leak.assertNone(failure, "hush");
    }
}
