package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifiedTest {

    /** A Verified proves that the signature was checked: code outside the package cannot create one. */
    @Test
    void isCreatedInThisPackageOnly() {
        assertThat(Modifier.isFinal(Verified.class.getModifiers())).isTrue();
        assertThat(Stream.of(Verified.class.getDeclaredConstructors()).map(c -> c.getModifiers()))
                .noneMatch(Modifier::isPublic);
    }

    @Test
    void returnsACopyOfItsPayload() {
        Jwk jwk = GeneratedKeys.of(Algorithm.HS256);
        Verified verified = GeneratedTokens.verify(
                        GeneratedTokens.signed(jwk, Algorithm.HS256, "{}"), jwk, Algorithm.HS256)
                .orElseThrow();
        verified.payload()[0] = 'X';
        assertThat(verified.payload()).isEqualTo("{}".getBytes(UTF_8));
    }

    /** A JWS may have any payload (RFC 7515 A.4); whether it is a JWT is checked later. */
    @Test
    void acceptsAPayloadThatIsNotJsonOrEmpty() {
        Jwk jwk = GeneratedKeys.of(Algorithm.ES256);
        for (String payload : new String[] {"", "Payload", "\0\n"}) {
            assertThat(GeneratedTokens.verify(
                                    GeneratedTokens.signed(jwk, Algorithm.ES256, payload), jwk, Algorithm.ES256)
                            .orElseThrow()
                            .payload())
                    .isEqualTo(payload.getBytes(UTF_8));
        }
    }
}
