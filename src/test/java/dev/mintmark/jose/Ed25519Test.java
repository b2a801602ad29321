package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.RfcVectors;
import dev.mintmark.jose.json.StrictJson;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

class Ed25519Test {

    @Test
    void returnsTheRawBytes() {
        ObjectNode json = StrictJson.object(RfcVectors.RFC8037_A4.jwk().getBytes(US_ASCII));
        byte[] d = Base64Url.decode(json.path("d").asText());
        byte[] x = Base64Url.decode(json.path("x").asText());
        assertThat(Ed25519.raw(Ed25519.privateKey(d))).isEqualTo(d);
        assertThat(Ed25519.raw(Ed25519.publicKey(x))).isEqualTo(x);
        assertThat(Ed25519.raw(Ed25519.publicHalf(Ed25519.privateKey(d)))).isEqualTo(x);
    }

    @Test
    void refusesTheRawBytesOfAnotherKindOfKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ed25519.raw(PemTexts.privateKey(GeneratedKeys.of(Algorithm.RS256))));
    }

    /** An oracle other than the JDK. */
    @Test
    void signsWhatBouncyCastleVerifies() {
        Jwk jwk = GeneratedKeys.of(Algorithm.EDDSA);
        String token = GeneratedTokens.signed(jwk, Algorithm.EDDSA);
        byte[] input = GeneratedTokens.signingInput(token);
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(Ed25519.raw(PemTexts.publicKey(jwk))));
        verifier.update(input, 0, input.length);
        assertThat(verifier.verifySignature(GeneratedTokens.signature(token))).isTrue();
    }
}
