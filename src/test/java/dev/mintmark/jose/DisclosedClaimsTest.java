package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The processing of RFC 9901 section 7.1. */
class DisclosedClaimsTest {
    /** RFC 9901 section 4.2: the disclosure of {@code given_name} and its digest. */
    private static final String GIVEN_NAME = "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd";

    private static final String GIVEN_NAME_DIGEST = "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4";
    private static final String JWT = "eyJhbGciOiJFUzI1NiJ9.e30.AA";

    private static JsonNode json(String text) {
        return StrictJson.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String disclosure) {
        return Base64Url.encode(Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)));
    }

    private static DisclosedClaims.Result process(String payload, String... disclosures) {
        String token = Stream.of(disclosures).map(it -> it + '~').collect(Collectors.joining("", JWT + '~', ""));
        return DisclosedClaims.of(SdJwt.split(token).orElseThrow(), json(payload));
    }

    @Test
    void splitsATokenAtItsTildes() {
        assertThat(SdJwt.split(JWT)).isEmpty();
        assertThat(SdJwt.split("a.b~c")).isEmpty();
        assertThat(SdJwt.split(JWT + '~').orElseThrow().disclosures()).isEmpty();
        SdJwt bound = SdJwt.split(JWT + "~a~b~" + JWT).orElseThrow();
        assertThat(bound.disclosures()).containsExactly("a", "b");
        assertThat(bound.keyBinding()).contains(JWT);
        assertThat(bound.hash("{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Base64Url.encode(Sha256.of((JWT + "~a~b~").getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void insertsMembersAndArrayElementsAtTheirPlaces() {
        String inner = encoded("['s','city','Berlin']");
        String outer = encoded("['s','address',{'country':'DE','_sd':['" + digest(inner) + "']}]");
        String element = encoded("['s','FR']");
        DisclosedClaims.Result result = process(
                "{'sub':'a','_sd_alg':'sha-256','_sd':['" + digest(outer) + "','" + GIVEN_NAME_DIGEST
                        + "','decoy'],'nationalities':[{'...':'" + digest(element) + "'},{'...':'decoy2'},'DE']}",
                GIVEN_NAME,
                inner,
                outer,
                element);
        assertThat(result.claims().json())
                .isEqualTo(json("{'sub':'a','nationalities':['FR','DE'],'address':{'country':'DE','city':'Berlin'},"
                        + "'given_name':'John'}"));
        assertThat(result.disclosures())
                .extracting(DisclosedClaims.Placed::pointer)
                .containsExactly(
                        "/payload/given_name", "/payload/address/city", "/payload/address", "/payload/nationalities/0");
        assertThat(result.disclosures().get(0).disclosure().name()).isEqualTo(Optional.of("given_name"));
        assertThat(result.disclosures().get(0).disclosure().digest()).isEqualTo(GIVEN_NAME_DIGEST);
    }

    static Stream<Arguments> malformed() {
        String sub = encoded("['s','sub','mallory']");
        String element = encoded("['s','x']");
        return Stream.of(
                Arguments.of("{}", new String[] {GIVEN_NAME}, "belongs to no digest"),
                Arguments.of("{'_sd':['" + GIVEN_NAME_DIGEST + "']}", new String[] {GIVEN_NAME, GIVEN_NAME}, "twice"),
                Arguments.of(
                        "{'_sd':['" + GIVEN_NAME_DIGEST + "','" + GIVEN_NAME_DIGEST + "']}",
                        new String[] {GIVEN_NAME},
                        "twice"),
                Arguments.of("{'sub':'alice','_sd':['" + digest(sub) + "']}", new String[] {sub}, "already"),
                Arguments.of("{'_sd':['" + digest(element) + "']}", new String[] {element}, "array element"),
                Arguments.of("{'a':[{'...':'" + GIVEN_NAME_DIGEST + "'}]}", new String[] {GIVEN_NAME}, "member"),
                Arguments.of("{'_sd':'x'}", new String[0], "not an array"),
                Arguments.of("{'_sd':[1]}", new String[0], "not a string"),
                Arguments.of("{'_sd_alg':'md5'}", new String[0], "_sd_alg"),
                Arguments.of("{}", new String[] {"!"}, "base64url"),
                Arguments.of("{}", new String[] {encoded("{}")}, "not an array"),
                Arguments.of("{}", new String[] {encoded("['s','a','b','c']")}, "not an array"),
                Arguments.of("{}", new String[] {encoded("['s','_sd',[]]")}, "reserved"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void rejectsWhatRfc9901Rejects(String payload, String[] disclosures, String reason) {
        assertThatThrownBy(() -> process(payload, disclosures))
                .isInstanceOf(MalformedTokenException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void boundsTheDepthOfNestedDisclosures() {
        String disclosure = encoded("['s','a',1]");
        String[] disclosures = new String[100];
        for (int i = 0; i < disclosures.length; i++) {
            disclosures[i] = disclosure;
            disclosure = encoded("['s','a',{'_sd':['" + digest(disclosure) + "']}]");
        }
        String payload = "{'_sd':['" + digest(disclosures[99]) + "']}";
        assertThatThrownBy(() -> process(payload, disclosures)).hasMessageContaining("too deeply");
    }
}
