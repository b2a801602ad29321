package dev.mintmark.paste;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.json.JsonForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON in the place of a token, by its members. */
final class JsonText {
    private JsonText() {}

    static Optional<TextKind> of(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        Optional<JsonNode> json =
                JsonForm.read(text.getBytes(StandardCharsets.UTF_8)).value();
        return json.map(JsonText::kind).or(() -> Optional.of(TextKind.TEXT));
    }

    private static TextKind kind(JsonNode json) {
        if (json.has("kty")) {
            return TextKind.JWK;
        }
        if (json.path("keys").isArray() || json.path(0).has("kty")) {
            return TextKind.JWKS;
        }
        if (json.has("ciphertext")) {
            return TextKind.JWE_JSON;
        }
        if (json.has("payload") || json.has("signatures") || (json.has("protected") && json.has("signature"))) {
            return TextKind.JWS_JSON;
        }
        if (hasAny(json, "access_token", "id_token", "refresh_token", "token")) {
            return TextKind.TOKEN_RESPONSE;
        }
        if (hasAny(json, "error", "errors", "error_description")) {
            return TextKind.ERROR_RESPONSE;
        }
        if (json.has("alg")) {
            return TextKind.HEADER;
        }
        return hasAny(json, "iss", "sub", "aud", "exp", "iat", "jti", "scope") ? TextKind.CLAIMS : TextKind.JSON;
    }

    private static boolean hasAny(JsonNode json, String... names) {
        return Stream.of(names).anyMatch(json::has);
    }
}
