package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Valid and broken tokens, signed with the keys of {@link GeneratedKeys}. */
final class GeneratedTokens {
    private GeneratedTokens() {}

    /** A valid token of the key. */
    static String signed(Jwk jwk, Algorithm algorithm) {
        return signed(jwk, algorithm, "{\"sub\":\"alice\"}");
    }

    static String signed(Jwk jwk, Algorithm algorithm, String payload) {
        byte[] header = header(algorithm);
        byte[] input = Jws.signingInput(header, payload.getBytes(UTF_8));
        byte[] signature = RawSignature.sign(algorithm, RawSignature.signingKey(algorithm, jwk.material()), input);
        return Jws.assemble(header, payload.getBytes(UTF_8), signature);
    }

    /** The token with this signature in place of its own. */
    static String withSignature(String token, byte[] signature) {
        return token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(signature);
    }

    /** The token with its signature changed. */
    static String withSignature(String token, UnaryOperator<byte[]> change) {
        return withSignature(token, change.apply(signature(token)));
    }

    static byte[] signature(String token) {
        return Base64Url.decode(token.substring(token.lastIndexOf('.') + 1));
    }

    static byte[] signingInput(String token) {
        return token.substring(0, token.lastIndexOf('.')).getBytes(UTF_8);
    }

    static byte[] header(Algorithm algorithm) {
        return "{\"alg\":\"%s\"}".formatted(algorithm.joseName()).getBytes(UTF_8);
    }

    static Optional<Verified> verify(String token, Jwk jwk, Algorithm algorithm) {
        return UnverifiedJws.parse(token).verify(VerificationKey.of(jwk), algorithm);
    }
}
