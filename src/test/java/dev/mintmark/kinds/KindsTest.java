package dev.mintmark.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

    @ParameterizedTest
    @CsvSource({
        "at+jwt, ACCESS",
        "application/at+jwt, ACCESS",
        "AT+JWT, ACCESS",
        "Application/At+Jwt, ACCESS",
        "refresh+jwt, REFRESH",
        "dpop+jwt, DPOP",
        "logout+jwt, LOGOUT",
        "secevent+jwt, SET",
        "client-authentication+jwt, CLIENT_ASSERTION",
        "oauth-authz-req+jwt, REQUEST",
        "kb+jwt, KEY_BINDING",
        "dc+sd-jwt, SD_JWT_VC",
        "example+sd-jwt, SD_JWT",
        "vc+jwt, VC_JWT",
        "entity-statement+jwt, ENTITY_STATEMENT",
        "openid4vci-proof+jwt, OID4VCI_PROOF",
        "authorization-grant+jwt, JWT_BEARER_GRANT",
        "statuslist+jwt, OTHER",
        "hush, OTHER"
    })
    void believesTheTypeInTheHeaderBeforeAllElse(String typ, TokenKind kind) {
        Inference inference = infer("{'typ':'" + typ + "'}", "{'nonce':'n','typ':'Refresh'}");
        assertThat(inference.kind()).isEqualTo(kind);
        assertThat(inference.explicit()).isTrue();
        assertThat(inference.reason()).contains("typ").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'typ':'JWT'}",
                "{'typ':'jwt'}",
                "{'typ':'application/jwt'}",
                "{'typ':''}",
                "{'typ':null}",
                "{'typ':'JOSE'}"
            })
    void guessesWhereTheHeaderSaysNothing(String header) {
        Inference inference = infer(header, "{'nonce':'n'}");
        assertThat(inference.kind()).isEqualTo(TokenKind.ID);
        assertThat(inference.explicit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'typ':'Refresh','nonce':1}                    | REFRESH",
                "{'typ':'Offline'}                              | REFRESH",
                "{'typ':'ID','scope':'openid'}                  | ID",
                "{'typ':'Bearer','nonce':1}                     | ACCESS",
                "{'token_use':'access','nonce':1}               | ACCESS",
                "{'token_use':'id','client_id':'c'}             | ID",
                "{'typ':'ID','token_use':'access'}              | ID",
                "{'typ':'hush','token_use':'access'}            | ACCESS",
                "{'nonce':1,'azp':'c'}                          | ID",
                "{'at_hash':1}                                  | ID",
                "{'c_hash':1}                                   | ID",
                "{'nonce':1,'scope':'openid'}                   | ACCESS",
                "{'iss':'c','sub':'c','aud':'a','jti':'1'}      | CLIENT_ASSERTION",
                "{'iss':'c','sub':'c','aud':'a','jti':'1','client_id':'c'} | CLIENT_ASSERTION",
                "{'iss':'c','sub':'c','aud':'a','jti':'1','scope':'s'}     | ACCESS",
                "{'iss':'c','sub':'d','aud':'a','jti':'1'}      | GENERIC",
                "{'iss':'c','sub':'c','aud':'a'}                | GENERIC",
                "{'iss':'c','sub':'c','jti':'1'}                | GENERIC",
                "{'aud':'a','jti':'1'}                          | GENERIC",
                "{'scope':'s'}                                  | ACCESS",
                "{'scp':['s']}                                  | ACCESS",
                "{'client_id':'c'}                              | ACCESS",
                "{'azp':'c'}                                    | ACCESS",
                "{'roles':[]}                                   | ACCESS",
                "{'groups':[]}                                  | ACCESS",
                "{'sub':'alice','exp':1}                        | GENERIC",
                "{}                                             | GENERIC"
            })
    void takesTheFirstGroundThatFits(String claims, TokenKind kind) {
        Inference inference = infer("{'alg':'ES256'}", claims);
        assertThat(inference.kind()).isEqualTo(kind);
        assertThat(inference.explicit()).isFalse();
        assertThat(inference.reason()).isNotBlank().doesNotContain("hush");
    }

    /** An unverified token has what its author liked to write. */
    @ParameterizedTest
    @ValueSource(strings = {"{'typ':5}", "{'typ':{}}", "{'typ':['at+jwt']}"})
    void survivesMembersOfTheWrongType(String json) {
        assertThat(infer(json, json).kind()).isNotEqualTo(TokenKind.ACCESS);
    }

    @Test
    void survivesClaimsThatAreNoObject() {
        assertThat(Kinds.infer(json("{}"), json("{'v':[1]}").get("v")).kind()).isEqualTo(TokenKind.GENERIC);
    }

    @ParameterizedTest
    @CsvSource({"ACCESS, access", "CLIENT_ASSERTION, client-assertion", "DPOP, dpop", "GENERIC, generic"})
    void hasANameOnTheWire(TokenKind kind, String name) {
        assertThat(kind.wireName()).isEqualTo(name);
    }

    /** A header's members are its author's, who may be anybody. */
    @Test
    void showsNothingOfAHeader() {
        assertThat(infer("{'typ':'hush'}", "{'iss':'hush','sub':'hush'}").toString())
                .doesNotContain("hush");
    }

    private static JsonNode json(String text) {
        return StrictJson.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Inference infer(String header, String claims) {
        return Kinds.infer(json(header), json(claims));
    }
}
