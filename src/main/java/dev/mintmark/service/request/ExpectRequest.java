package dev.mintmark.service.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The expectations of a verifier: the member {@code expect} of a {@link VerifyRequest}. Absent members are not checked.
 *
 * @param issuer accepted issuers, a string or an array of strings
 * @param audience accepted audiences, a string or an array of strings
 * @param type {@code access}, {@code id}, {@code refresh} or {@code generic}
 * @param algorithms accepted algorithms
 * @param subject the {@code sub}
 * @param scope required scope values, a string with spaces or an array of strings
 * @param roles required roles
 * @param rolesClaim a JSON pointer (RFC 6901) to the claim that holds the roles
 * @param permissions required permissions
 * @param requiredClaims names of claims that must be present
 * @param leeway the tolerance for clock skew, a duration
 * @param maxAge the longest accepted time since {@code iat}, a duration
 * @param keyBinding the demands on the key-binding JWT of an SD-JWT
 */
public record ExpectRequest(
        Optional<JsonNode> issuer,
        Optional<JsonNode> audience,
        Optional<@Size(max = RequestLimits.NAME) String> type,
        Optional<List<@NotNull @Size(max = RequestLimits.NAME) String>> algorithms,
        Optional<@Size(max = RequestLimits.TEXT) String> subject,
        Optional<JsonNode> scope,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Optional<List<@NotNull @Size(max = RequestLimits.TEXT) String>> roles,

        Optional<@Size(max = RequestLimits.NAME) String> rolesClaim,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Optional<List<@NotNull @Size(max = RequestLimits.TEXT) String>> permissions,

        Optional<List<@NotNull @Size(max = RequestLimits.TEXT) String>> requiredClaims,
        Optional<JsonNode> leeway,
        Optional<JsonNode> maxAge,
        Optional<@Valid KeyBinding> keyBinding) {

    /**
     * The demands on a key-binding JWT (RFC 9901 section 7.3), which must then be present.
     *
     * @param audience accepted values of its {@code aud}, a string or an array of strings
     * @param nonce its {@code nonce}
     * @param maxAge the longest accepted time since its {@code iat}, a duration
     */
    public record KeyBinding(
            Optional<JsonNode> audience,
            Optional<@Size(max = RequestLimits.TEXT) String> nonce,
            Optional<JsonNode> maxAge) {}

    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ExpectRequest} in code. Members that are not set are absent. */
    public static final class Builder {
        private Optional<JsonNode> issuer = Optional.empty();
        private Optional<JsonNode> audience = Optional.empty();
        private Optional<String> type = Optional.empty();
        private Optional<List<String>> algorithms = Optional.empty();
        private Optional<String> subject = Optional.empty();
        private Optional<JsonNode> scope = Optional.empty();
        private Optional<List<String>> roles = Optional.empty();
        private Optional<String> rolesClaim = Optional.empty();
        private Optional<List<String>> permissions = Optional.empty();
        private Optional<List<String>> requiredClaims = Optional.empty();
        private Optional<JsonNode> leeway = Optional.empty();
        private Optional<JsonNode> maxAge = Optional.empty();
        private Optional<KeyBinding> keyBinding = Optional.empty();

        private Builder() {}

        public Builder issuer(List<String> values) {
            issuer = Optional.of(array(values));
            return this;
        }

        public Builder audience(List<String> values) {
            audience = Optional.of(array(values));
            return this;
        }

        public Builder type(String value) {
            type = Optional.of(value);
            return this;
        }

        public Builder algorithms(List<String> values) {
            algorithms = Optional.of(List.copyOf(values));
            return this;
        }

        public Builder subject(String value) {
            subject = Optional.of(value);
            return this;
        }

        public Builder scope(List<String> values) {
            scope = Optional.of(array(values));
            return this;
        }

        public Builder roles(List<String> values) {
            roles = Optional.of(List.copyOf(values));
            return this;
        }

        public Builder rolesClaim(String value) {
            rolesClaim = Optional.of(value);
            return this;
        }

        public Builder permissions(List<String> values) {
            permissions = Optional.of(List.copyOf(values));
            return this;
        }

        public Builder requiredClaims(List<String> values) {
            requiredClaims = Optional.of(List.copyOf(values));
            return this;
        }

        public Builder leeway(Duration value) {
            leeway = Optional.of(LongNode.valueOf(value.toSeconds()));
            return this;
        }

        public Builder maxAge(Duration value) {
            maxAge = Optional.of(LongNode.valueOf(value.toSeconds()));
            return this;
        }

        public Builder keyBinding(KeyBinding value) {
            keyBinding = Optional.of(value);
            return this;
        }

        private static ArrayNode array(List<String> values) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
            values.forEach(array::add);
            return array;
        }

        public ExpectRequest build() {
            return new ExpectRequest(
                    issuer,
                    audience,
                    type,
                    algorithms,
                    subject,
                    scope,
                    roles,
                    rolesClaim,
                    permissions,
                    requiredClaims,
                    leeway,
                    maxAge,
                    keyBinding);
        }
    }
}
