package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.KeyRejectedException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decides between 400 and 422. */
class KeyRejectedExceptionTest {

    @ParameterizedTest
    @EnumSource(names = {"RSA_SIZE", "RSA_EXPONENT", "ROCA", "SHORT_SECRET", "PUBLIC_SECRET", "SAMPLE_KEY"})
    void callsAKeyThatIsUnderstoodAndRefusedAMatterOfPolicy(Reason reason) {
        assertThat(reason.isPolicy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "MALFORMED",
                "ENCRYPTED",
                "UNSUPPORTED",
                "NOT_PRIVATE",
                "HALVES_DIFFER",
                "WRONG_ALGORITHM",
                "OFF_CURVE"
            })
    void callsAKeyThatMakesNoSenseNone(Reason reason) {
        assertThat(reason.isPolicy()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void carriesItsReasonAndItsSentence(Reason reason) {
        KeyRejectedException rejection = new KeyRejectedException(reason, "a sentence");
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.detail()).isEqualTo("a sentence");
    }
}
