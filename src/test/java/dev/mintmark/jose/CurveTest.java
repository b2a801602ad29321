package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {

    @ParameterizedTest
    @EnumSource
    void containsItsGenerator(Curve curve) {
        assertThat(curve.contains(curve.parameters().getGenerator())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotContainTheGeneratorOfAnother(Curve curve) {
        for (Curve other : Curve.values()) {
            assertThat(curve.contains(other.parameters().getGenerator())).isEqualTo(other == curve);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotContainInfinityZeroOrNumbersOutsideTheField(Curve curve) {
        BigInteger p = ((ECFieldFp) curve.parameters().getCurve().getField()).getP();
        BigInteger x = curve.parameters().getGenerator().getAffineX();
        BigInteger y = curve.parameters().getGenerator().getAffineY();
        assertThat(curve.contains(ECPoint.POINT_INFINITY)).isFalse();
        assertThat(curve.contains(new ECPoint(BigInteger.ZERO, BigInteger.ZERO)))
                .isFalse();
        assertThat(curve.contains(new ECPoint(x.add(p), y))).isFalse();
        assertThat(curve.contains(new ECPoint(x, y.add(p)))).isFalse();
        assertThat(curve.contains(new ECPoint(x.subtract(p), y))).isFalse();
        assertThat(curve.contains(new ECPoint(x, y.subtract(p)))).isFalse();
        assertThat(curve.contains(new ECPoint(x, p.subtract(y)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p-256", "P256", "secp256r1", "secp256k1", "P-224", "Ed25519"})
    void isNotKnownByAnotherName(String name) {
        assertThat(Curve.parse(name)).isEmpty();
    }

    @Test
    void isKnownByItsNameInJose() {
        assertThat(Curve.parse("P-256")).contains(Curve.P256);
        assertThat(Curve.parse("P-384")).contains(Curve.P384);
        assertThat(Curve.parse("P-521")).contains(Curve.P521);
    }
}
