package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JcaKeysTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void derivesThePublicHalf(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        assertThat(JcaKeys.pair(PrivateKeyInfo.getInstance(
                                PemTexts.privateKey(jwk).getEncoded()))
                        .publicKey()
                        .getEncoded())
                .isEqualTo(PemTexts.publicKey(jwk).getEncoded());
    }

    @Test
    void refusesBytesThatAreNoKey() {
        for (String factory : new String[] {"RSA", "EC", "Ed25519"}) {
            Keys.assertRejected(
                    Reason.MALFORMED, () -> JcaKeys.publicKey(factory, new X509EncodedKeySpec(new byte[] {0x30, 0})));
        }
    }
}
