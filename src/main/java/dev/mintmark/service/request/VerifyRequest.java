package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A request to verify a token: the body of {@code POST /tokens/verify}. The keys are those of the service unless the
 * request has one of jwks, key and secret.
 *
 * @param token the token
 * @param jwks a key set
 * @param mode {@code full} (the default) or {@code signature}
 * @param unwrap whether to remove what surrounds the token in pasted text; false if absent
 * @param expect the expectations
 * @param advise whether to add advice; true if absent
 */
public record VerifyRequest(
        @NotNull String token,
        Optional<JsonNode> jwks,
        Optional<JsonNode> key,
        Optional<@Size(max = RequestLimits.SECRET) String> secret,
        Optional<@Size(max = RequestLimits.NAME) String> secretEncoding,
        Optional<@Size(max = RequestLimits.NAME) String> mode,
        Optional<Boolean> unwrap,
        Optional<@Valid ExpectRequest> expect,
        Optional<Boolean> advise)
        implements KeyMaterialRequest {

    /** A request to verify a token with the keys of the service. */
    public static VerifyRequest of(String token) {
        return builder(token).build();
    }

    public static Builder builder(String token) {
        return new Builder(token);
    }

    /** Omits the members, which may be secrets. */
    @Override
    public String toString() {
        return "VerifyRequest[redacted]";
    }

    /** Builds a {@link VerifyRequest} in code. Members that are not set are absent. */
    public static final class Builder {
        private final String token;
        private Optional<JsonNode> jwks = Optional.empty();
        private Optional<JsonNode> key = Optional.empty();
        private Optional<String> secret = Optional.empty();
        private Optional<String> secretEncoding = Optional.empty();
        private Optional<String> mode = Optional.empty();
        private Optional<Boolean> unwrap = Optional.empty();
        private Optional<ExpectRequest> expect = Optional.empty();
        private Optional<Boolean> advise = Optional.empty();

        private Builder(String token) {
            this.token = token;
        }

        public Builder jwks(JsonNode value) {
            jwks = Optional.of(value);
            return this;
        }

        public Builder key(JsonNode value) {
            key = Optional.of(value);
            return this;
        }

        public Builder secret(String value) {
            secret = Optional.of(value);
            return this;
        }

        public Builder secretEncoding(String value) {
            secretEncoding = Optional.of(value);
            return this;
        }

        public Builder mode(String value) {
            mode = Optional.of(value);
            return this;
        }

        public Builder unwrap(boolean value) {
            unwrap = Optional.of(value);
            return this;
        }

        public Builder expect(ExpectRequest value) {
            expect = Optional.of(value);
            return this;
        }

        public Builder advise(boolean value) {
            advise = Optional.of(value);
            return this;
        }

        public VerifyRequest build() {
            return new VerifyRequest(token, jwks, key, secret, secretEncoding, mode, unwrap, expect, advise);
        }
    }
}
