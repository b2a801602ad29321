package dev.mintmark.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTypeTest {

    /** A token of one kind never passes as another (RFC 8725 section 3.12). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'typ':'at+jwt'} | {} | access",
                "{} | {'sub':'a'} | access id generic",
                "{} | {'scope':'a'} | access generic",
                "{} | {'iss':'https://accounts.google.com','azp':'a','aud':'b'} | id generic",
                "{} | {'iss':'https://idp.example.com','azp':'a','aud':'a'} | id generic",
                "{} | {'iss':'https://token.actions.githubusercontent.com','repository':'a'} | access id generic",
                "{} | {'sub':'system:serviceaccount:a:b','kubernetes.io':{}} | access id generic",
                "{} | {'sub':'spiffe://a/b'} | access id generic",
                "{} | {'events':{'http://schemas.openid.net/event/backchannel-logout':{}}} | generic",
                "{} | {'events':{}} | generic",
                "{} | {'token_type':'refresh','exp':1} | refresh generic",
                "{'typ':'refresh+jwt'} | {} | refresh",
                "{'typ':'dpop+jwt'} | {} | ''",
                "{'typ':'hush'} | {'scope':'a'} | ''",
                "{} | {'iss':'a','exp':1,'aud':'https://as.example.com/token'} | generic"
            })
    void aTokenPassesAsItsOwnTypesAlone(String header, String claims, String types) {
        Inference inference = Kinds.infer(json(header), json(claims));
        assertThat(Arrays.stream(TokenType.values())
                        .filter(type -> type.accepts(inference))
                        .map(TokenType::wireName)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(types);
    }

    private static JsonNode json(String text) {
        return StrictJson.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
