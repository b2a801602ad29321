package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoseHeaderTest {

    @Test
    void readsItsMembers() {
        JoseHeader header = header("{'alg':'ES256','kid':'k','typ':'at+jwt','cty':'JWT','x':[1]}");
        assertThat(header.algorithmName()).isEqualTo("ES256");
        assertThat(header.keyId()).contains("k");
        assertThat(header.type()).contains("at+jwt");
        assertThat(header.critical()).isEmpty();
        assertThat(header.members().json().path("x").path(0).asInt()).isEqualTo(1);
    }

    @Test
    void readsAHeaderWithoutOptionalMembers() {
        JoseHeader header = header("{'alg':'none'}");
        assertThat(header.algorithmName()).isEqualTo("none");
        assertThat(header.keyId()).isEmpty();
        assertThat(header.type()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"JWT, jwt", "application/at+jwt, at+jwt", "Application/AT+JWT, at+jwt", "at+jwt, at+jwt", "'', ''"})
    void normalizesTheMediaTypeInTyp(String typ, String type) {
        assertThat(header("{'alg':'ES256','typ':'" + typ + "'}").type()).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'ALG':'hush'}",
                "{'alg':''}",
                "{'alg':null}",
                "{'alg':5}",
                "{'alg':true}",
                "{'alg':['hush']}",
                "{'alg':{'hush':1}}"
            })
    void refusesAHeaderWhoseAlgIsNoText(String json) {
        refused(json, "/header/alg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kid|null", "kid|5", "kid|1.5", "kid|true", "kid|['hush']", "kid|{'hush':1}",
                "typ|null", "typ|5", "typ|1.5", "typ|true", "typ|['hush']", "typ|{'hush':1}",
                "cty|null", "cty|5", "cty|1.5", "cty|true", "cty|['hush']", "cty|{'hush':1}"
            })
    void refusesAMemberOfTheWrongType(String name, String value) {
        refused("{'alg':'ES256','" + name + "':" + value + "}", "/header/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'hush','alg':'none'}",
                "{'alg':'hush','\\u0061lg':'none'}",
                "{'alg':'ES256','jwk':{'hush':1,'hush':2}}",
                "{'alg':'ES256',}",
                "{'alg':'ES256',,'kid':'hush'}",
                "{'alg':'ES256'}hush",
                "\ufeff{'alg':'hush'}",
                "['hush']"
            })
    void refusesAHeaderThatIsNotStrictJson(String json) {
        refused(json, "/header");
    }

    private static void refused(String json, String pointer) {
        assertThatExceptionOfType(MalformedTokenException.class)
                .isThrownBy(() -> header(json))
                .satisfies(e -> assertThat(e.pointer()).isEqualTo(pointer))
                .satisfies(e -> Leak.assertNone(e, "hush"));
    }

    /** RFC 7515 section 4.1.11: a verifier rejects unknown extensions, and only extensions are listed. */
    @Test
    void listsTheCriticalExtensionsInTheirOrder() {
        JoseHeader header = header("{'alg':'ES256','crit':['exp','urn:x'],'urn:x':1,'exp':2}");
        assertThat(header.critical()).containsExactly("exp", "urn:x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'crit':[]",
                "'crit':null",
                "'crit':{}",
                "'crit':{'exp':1},'exp':1",
                "'crit':5",
                "'crit':true",
                "'crit':'exp','exp':1",
                "'crit':''",
                "'crit':[1]",
                "'crit':[null]",
                "'crit':[['exp']],'exp':1",
                "'crit':['exp',1],'exp':1",
                "'crit':['']",
                "'crit':['exp']",
                "'crit':['exp','urn:x'],'exp':1",
                "'crit':['Exp'],'exp':1",
                "'crit':['exp','exp'],'exp':1",
                "'crit':['exp','e\\u0078p'],'exp':1"
            })
    void refusesAMalformedCrit(String members) {
        refusedCritical(members, "/header/crit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jku",
                "jwk",
                "kid",
                "x5u",
                "x5c",
                "x5t",
                "x5t#S256",
                "typ",
                "cty",
                "enc",
                "zip",
                "epk",
                "apu",
                "apv",
                "iv",
                "tag",
                "p2s",
                "p2c"
            })
    void refusesACritThatNamesARegisteredParameter(String name) {
        refusedCritical("'crit':['" + name + "'],'" + name + "':'hush'", "/header/crit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "crit"})
    void refusesACritThatNamesAlgOrItself(String name) {
        refusedCritical("'crit':['" + name + "']", "/header/crit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'b64':true",
                "'b64':false",
                "'b64':null",
                "'b64':'hush'",
                "'b64':true,'crit':['b64']",
                "'b64':false,'crit':['b64']",
                "'b64':false,'crit':['b64','b64']",
                "'b64':false,'crit':[]"
            })
    void refusesB64InAnyForm(String members) {
        refusedCritical(members, "/header/b64");
    }

    @Test
    void refusesACritThatNamesB64WithoutIt() {
        refusedCritical("'crit':['b64']", "/header/crit");
    }

    private static void refusedCritical(String members, String pointer) {
        JoseHeader header = header("{'alg':'ES256'," + members + "}");
        assertThatExceptionOfType(MalformedTokenException.class)
                .isThrownBy(header::critical)
                .satisfies(e -> assertThat(e.pointer()).isEqualTo(pointer))
                .satisfies(e -> Leak.assertNone(e, "hush"));
    }

    private static JoseHeader header(String json) {
        return JoseHeader.parse(json.replace('\'', '"').getBytes(UTF_8));
    }
}
