package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mintmark.jose.TokenForm;
import dev.mintmark.jose.TokenReading;
import dev.mintmark.jose.json.JsonForm;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.kinds.TokenKind;
import dev.mintmark.paste.PastedText;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The readable content of a token.
 *
 * @param pasted the text that the token was found in; empty for a proposed token
 * @param form its compact form; empty for a proposed token
 * @param headerForm the JSON text of the header; empty for a proposed token
 * @param payloadForm the JSON text of the payload; empty for a proposed or encrypted token
 * @param header the header
 * @param claims the claims, if the payload is a JSON object that is not encrypted
 * @param intended the requested kind of a proposed token
 * @param size the length of the compact token in bytes, if it is signed
 * @param keyRetention how long the key of a proposed token is certain to stay, see {@link Subject.KnownKeys}
 */
public record TokenContent(
        Optional<PastedText> pasted,
        Optional<TokenForm> form,
        Optional<JsonForm> headerForm,
        Optional<JsonForm> payloadForm,
        Optional<JsonNode> header,
        Optional<JsonNode> claims,
        Optional<TokenKind> intended,
        OptionalInt size,
        Optional<Duration> keyRetention) {

    static TokenContent of(Subject.Token token) {
        TokenReading reading = token.reading();
        return new TokenContent(
                Optional.of(token.text()),
                Optional.of(reading.form()),
                reading.header(),
                reading.payload(),
                object(reading.header()),
                object(reading.payload()),
                Optional.empty(),
                OptionalInt.of(token.text().token().length()),
                Optional.empty());
    }

    static TokenContent of(Subject.Spec spec) {
        return new TokenContent(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(spec.header().json()),
                Optional.of(spec.claims().json()),
                spec.kind(),
                spec.size(),
                spec.keys().retention());
    }

    /** In this order: the kind the caller states, {@code typ}, the requested kind, the shape of the claims. */
    Inference kind(Context context) {
        JsonNode nothing = MissingNode.getInstance();
        Inference inferred = Kinds.infer(
                header.<JsonNode>map(json -> json).orElse(nothing),
                claims.<JsonNode>map(json -> json).orElse(nothing));
        if (context.kind().isPresent()) {
            return inferred.as(context.kind().get(), true, "The request names this kind");
        }
        return intended.filter(kind -> !inferred.explicit())
                .map(kind -> inferred.as(kind, false, "The request asks for this type"))
                .orElse(inferred);
    }

    private static Optional<JsonNode> object(Optional<JsonForm> form) {
        return form.flatMap(JsonForm::value).filter(JsonNode::isObject);
    }
}
