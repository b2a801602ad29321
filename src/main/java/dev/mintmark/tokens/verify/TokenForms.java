package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.DisclosedClaims;
import dev.mintmark.jose.JweHeader;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.json.JsonForm;
import dev.mintmark.paste.PastedText;
import dev.mintmark.paste.TextKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The forms of tokens: what the check {@code form} says of those that it accepts and rejects. */
final class TokenForms {
    private TokenForms() {}

    /** The passed check of an SD-JWT. */
    static CheckResult passed(SdJwt token) {
        int count = token.disclosures().size();
        return Check.FORM.passed("An SD-JWT with " + count + (count == 1 ? " disclosure" : " disclosures"));
    }

    /** The claims of a token; of an SD-JWT those with the disclosed values. */
    static Claims claims(UnverifiedJws jws, Optional<SdJwt> sdJwt) {
        byte[] payload = jws.unverifiedPayload();
        if (sdJwt.isEmpty() && isToken(payload)) {
            throw new MalformedTokenException(
                    "/payload",
                    "The payload is another token (a nested JWT, RFC 7519 5.2): verify the inner token on its own");
        }
        Claims claims = Claims.parse(payload);
        return sdJwt.map(token -> Claims.of(
                        DisclosedClaims.of(token, claims.members().json()).claims()))
                .orElse(claims);
    }

    private static boolean isToken(byte[] payload) {
        boolean mayBe = payload.length > 2 && payload[0] == 'e' && (payload[1] == 'y' || payload[1] == 'w');
        return mayBe && PastedText.isToken(new String(payload, StandardCharsets.ISO_8859_1).strip());
    }

    /** Says what a text is that cannot be parsed as a signed token. */
    static MalformedTokenException explain(String text, MalformedTokenException error) {
        PastedText pasted = PastedText.read(text);
        if (pasted.instead().isPresent()) {
            return new MalformedTokenException(
                    "", pasted.instead().map(TextKind::sentence).orElseThrow());
        }
        if (pasted.isWrapped()) {
            return new MalformedTokenException(
                    "",
                    "The text is not only a token: it also has " + pasted.wrappingInWords()
                            + ". Send the token alone, or set unwrap to true");
        }
        TokenForm form = TokenForm.read(text);
        return form.isEncrypted()
                ? form.bytes(0)
                        .flatMap(bytes -> JsonForm.read(bytes).value())
                        .map(header -> new MalformedTokenException(
                                "",
                                "The token is " + JweHeader.words(header)
                                        + "; decrypt it with that key, then verify the signed token inside"))
                        .orElse(error)
                : error;
    }
}
