package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds a {@link MintRequest} in code. Members that are not set are absent. */
public final class MintRequestBuilder {
    private Optional<String> type = Optional.empty();
    private Optional<String> algorithm = Optional.empty();
    private Optional<String> keyId = Optional.empty();
    private Optional<String> issuer = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<JsonNode> audience = Optional.empty();
    private Optional<JsonNode> expiresIn = Optional.empty();
    private Optional<JsonNode> expiresAt = Optional.empty();
    private Optional<JsonNode> notBefore = Optional.empty();
    private Optional<JsonNode> issuedAt = Optional.empty();
    private Optional<JsonNode> scope = Optional.empty();
    private Optional<List<String>> roles = Optional.empty();
    private Optional<List<String>> permissions = Optional.empty();
    private Optional<List<String>> groups = Optional.empty();
    private Optional<String> tenant = Optional.empty();
    private Optional<String> clientId = Optional.empty();
    private Optional<ObjectNode> claims = Optional.empty();
    private Optional<ObjectNode> headers = Optional.empty();
    private Optional<JsonNode> key = Optional.empty();
    private Optional<String> secret = Optional.empty();
    private Optional<String> secretEncoding = Optional.empty();
    private Optional<Boolean> refresh = Optional.empty();
    private Optional<Boolean> advise = Optional.empty();
    private Optional<Boolean> explain = Optional.empty();

    MintRequestBuilder() {}

    public MintRequestBuilder type(String value) {
        type = Optional.of(value);
        return this;
    }

    public MintRequestBuilder algorithm(String value) {
        algorithm = Optional.of(value);
        return this;
    }

    public MintRequestBuilder keyId(String value) {
        keyId = Optional.of(value);
        return this;
    }

    public MintRequestBuilder issuer(String value) {
        issuer = Optional.of(value);
        return this;
    }

    public MintRequestBuilder subject(String value) {
        subject = Optional.of(value);
        return this;
    }

    public MintRequestBuilder audience(List<String> values) {
        audience = Optional.of(array(values));
        return this;
    }

    public MintRequestBuilder expiresIn(Duration value) {
        expiresIn = Optional.of(LongNode.valueOf(value.toSeconds()));
        return this;
    }

    public MintRequestBuilder expiresAt(Instant value) {
        expiresAt = Optional.of(LongNode.valueOf(value.getEpochSecond()));
        return this;
    }

    public MintRequestBuilder notBefore(Instant value) {
        notBefore = Optional.of(LongNode.valueOf(value.getEpochSecond()));
        return this;
    }

    public MintRequestBuilder issuedAt(Instant value) {
        issuedAt = Optional.of(LongNode.valueOf(value.getEpochSecond()));
        return this;
    }

    public MintRequestBuilder scope(List<String> values) {
        scope = Optional.of(array(values));
        return this;
    }

    public MintRequestBuilder roles(List<String> values) {
        roles = Optional.of(List.copyOf(values));
        return this;
    }

    public MintRequestBuilder permissions(List<String> values) {
        permissions = Optional.of(List.copyOf(values));
        return this;
    }

    public MintRequestBuilder groups(List<String> values) {
        groups = Optional.of(List.copyOf(values));
        return this;
    }

    public MintRequestBuilder tenant(String value) {
        tenant = Optional.of(value);
        return this;
    }

    public MintRequestBuilder clientId(String value) {
        clientId = Optional.of(value);
        return this;
    }

    public MintRequestBuilder claims(ObjectNode value) {
        claims = Optional.of(value.deepCopy());
        return this;
    }

    public MintRequestBuilder headers(ObjectNode value) {
        headers = Optional.of(value.deepCopy());
        return this;
    }

    public MintRequestBuilder key(JsonNode value) {
        key = Optional.of(value.deepCopy());
        return this;
    }

    public MintRequestBuilder secret(String value) {
        secret = Optional.of(value);
        return this;
    }

    public MintRequestBuilder secretEncoding(String value) {
        secretEncoding = Optional.of(value);
        return this;
    }

    public MintRequestBuilder refresh(boolean value) {
        refresh = Optional.of(value);
        return this;
    }

    public MintRequestBuilder advise(boolean value) {
        advise = Optional.of(value);
        return this;
    }

    public MintRequestBuilder explain(boolean value) {
        explain = Optional.of(value);
        return this;
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(array::add);
        return array;
    }

    public MintRequest build() {
        return new MintRequest(
                type,
                algorithm,
                keyId,
                issuer,
                subject,
                audience,
                expiresIn,
                expiresAt,
                notBefore,
                issuedAt,
                scope,
                roles,
                permissions,
                groups,
                tenant,
                clientId,
                claims,
                headers,
                key,
                secret,
                secretEncoding,
                refresh,
                advise,
                explain);
    }
}
