package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ClaimDatesTest} tests dates. */
class ClaimsTest {

    @Test
    void findsNothingWhereThereIsNothing() {
        Claims claims = claims("{}");
        assertThat(claims.date("exp")).isEmpty();
        assertThat(claims.text("sub")).isEmpty();
        assertThat(claims.texts("aud")).isEmpty();
        assertThat(claims.value("x")).isEmpty();
        assertThat(claims.has("x")).isFalse();
    }

    @Test
    void doesNotHaveAClaimThatIsNull() {
        Claims claims = claims("{'sub':null,'x':0}");
        assertThat(claims.has("sub")).isFalse();
        assertThat(claims.value("sub")).isPresent();
        assertThat(claims.has("x")).isTrue();
    }

    @Test
    void readsText() {
        assertThat(claims("{'sub':'alice'}").text("sub")).contains("alice");
        assertThat(claims("{'sub':''}").text("sub")).contains("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "1.5", "true", "['hush']", "{'hush':'hush'}"})
    void refusesTextThatIsNone(String value) {
        refused("/payload/iss", () -> claims("{'iss':" + value + "}").text("iss"));
    }

    @Test
    void readsAnAudienceInBothForms() {
        assertThat(claims("{'aud':'a'}").texts("aud")).containsExactly("a");
        assertThat(claims("{'aud':['a','b','a']}").texts("aud")).containsExactly("a", "b", "a");
        assertThat(claims("{'aud':[]}").texts("aud")).isEmpty();
        assertThat(claims("{'aud':''}").texts("aud")).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "true",
                "{}",
                "{'hush':'hush'}",
                "[5]",
                "[null]",
                "['hush',5]",
                "['hush',null]",
                "[['hush']]",
                "[{'hush':1}]"
            })
    void refusesAnAudienceOfAnyOtherForm(String value) {
        refused("/payload/aud", () -> claims("{'aud':" + value + "}").texts("aud"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "'hush'",
                "null",
                "5",
                "hush",
                "{'hush':1}x",
                "{'hush':1,'hush':2}",
                "{'x':{'hush':1,'hush':2}}",
                "{'hush':1,}",
                "\ufeff{'hush':1}",
                "{'hush':1}\0"
            })
    void refusesAPayloadThatIsNoStrictJsonObject(String payload) {
        refused("/payload", () -> claims(payload));
    }

    @Test
    void refusesAPayloadThatIsNoUtf8() {
        byte[] bad = claims("{'hush':'x'}").members().json().toString().getBytes(UTF_8);
        bad[9] = (byte) 0xff;
        refused("/payload", () -> Claims.parse(bad));
    }

    private static void refused(String pointer, ThrowingCallable reading) {
        assertThatExceptionOfType(MalformedTokenException.class)
                .isThrownBy(reading)
                .satisfies(e -> assertThat(e.pointer()).isEqualTo(pointer))
                .satisfies(e -> Leak.assertNone(e, "hush"));
    }

    @Test
    void keepsEveryDigit() {
        String json = "{\"a\":1.10,\"b\":1E+400,\"c\":123456789012345678901234567890}";
        assertThat(Claims.parse(json.getBytes(UTF_8)).members().json().toString())
                .isEqualTo(json);
    }

    private static Claims claims(String json) {
        return Claims.parse(json.replace('\'', '"').getBytes(UTF_8));
    }
}
