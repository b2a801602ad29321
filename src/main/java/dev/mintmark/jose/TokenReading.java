package dev.mintmark.jose;

import dev.mintmark.jose.json.JsonForm;
import java.util.Optional;

/**
 * A compact token after the lenient reading. Whoever shows, explains or advises on a token uses one reading of it.
 *
 * @param form its parts
 * @param header the JSON text of the header; empty if there is none
 * @param payload the JSON text of the payload; empty if there is none, and for an encrypted token
 */
public record TokenReading(TokenForm form, Optional<JsonForm> header, Optional<JsonForm> payload) {

    /** Reads any text; never throws. */
    public static TokenReading of(String token) {
        TokenForm form = TokenForm.read(token);
        return new TokenReading(form, json(form, 0), form.isEncrypted() ? Optional.empty() : json(form, 1));
    }

    private static Optional<JsonForm> json(TokenForm form, int part) {
        return form.bytes(part).filter(bytes -> bytes.length > 0).map(JsonForm::read);
    }

    @Override
    public String toString() {
        return "TokenReading[" + form.text().length() + " characters]";
    }
}
