package dev.mintmark.advice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.JsonForm;
import dev.mintmark.jose.TokenForm;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a token holds, as far as it can be read.
 *
 * @param form how it is written; empty for a proposed token
 * @param headerForm the header as JSON; empty for a proposed token
 * @param payloadForm the payload as JSON; empty for a proposed or encrypted token
 * @param header the header
 * @param claims the claims, where they are an object in the clear
 * @param size the bytes of the compact token, as far as it is signed
 */
record TokenContent(
        Optional<TokenForm> form,
        Optional<JsonForm> headerForm,
        Optional<JsonForm> payloadForm,
        Optional<ObjectNode> header,
        Optional<ObjectNode> claims,
        OptionalInt size) {

    static TokenContent of(TokenForm form) {
        Optional<JsonForm> header = json(form, 0);
        Optional<JsonForm> payload = form.isEncrypted() ? Optional.empty() : json(form, 1);
        return new TokenContent(
                Optional.of(form),
                header,
                payload,
                object(header),
                object(payload),
                OptionalInt.of(form.text().length()));
    }

    static TokenContent of(Subject.Spec spec) {
        return new TokenContent(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(spec.header()),
                Optional.of(spec.claims()),
                spec.size());
    }

    private static Optional<JsonForm> json(TokenForm form, int part) {
        return form.bytes(part).filter(bytes -> bytes.length > 0).map(JsonForm::read);
    }

    private static Optional<ObjectNode> object(Optional<JsonForm> form) {
        return form.flatMap(JsonForm::value)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }
}
