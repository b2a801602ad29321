package dev.mintmark.service.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.read.ClaimsReader;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.read.StringMembers;
import dev.mintmark.service.request.BatchRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.tokens.mint.TokenSpec;
import java.util.Optional;

/** The varying claims of a batch, with {@code {n}} for the number of the token in strings at any depth. */
public final class BatchTemplate {
    static final BatchTemplate NOTHING = new BatchTemplate(JsonMembers.EMPTY);

    private static final String NUMBER = "{n}";

    private final JsonMembers claims;

    private BatchTemplate(JsonMembers claims) {
        this.claims = claims;
    }

    /**
     * Reads the member {@code vary}.
     *
     * @param count number of tokens; several tokens must differ, and so must their subjects if given
     * @throws MalformedRequestException if the tokens do not differ, or a claim has the wrong type
     */
    static BatchTemplate read(BatchRequest.Vary request, int count, Instants instants) {
        JsonMembers free = request.claims().map(JsonMembers::of).orElse(JsonMembers.EMPTY);
        request.claims().ifPresent(json -> ClaimsReader.checkTypes("/vary/claims", json, instants));
        JsonMembers.Builder builder = free.toBuilder();
        StringMembers.bounded("/vary/subject", request.subject(), RequestLimits.TEXT)
                .ifPresent(subject -> {
                    if (free.has("sub") && !free.text("sub").equals(Optional.of(subject))) {
                        throw new MalformedRequestException(
                                "/vary/claims/sub", "sub is given twice, here and by vary.subject");
                    }
                    builder.put("sub", subject);
                });
        JsonMembers claims = builder.build();
        if (count > 1
                && claims.text("sub")
                        .filter(subject -> !subject.contains(NUMBER))
                        .isPresent()) {
            throw new MalformedRequestException(
                    request.subject().isPresent() ? "/vary/subject" : "/vary/claims/sub",
                    "All tokens would have the same subject: put {n} into it, or set it in spec");
        }
        if (count > 1 && claims.equals(numbered(claims, ""))) {
            throw new MalformedRequestException("/vary", "All tokens would be equal: put {n} into a string");
        }
        return new BatchTemplate(claims);
    }

    /**
     * Rejects a subject with {@code {n}} in {@code spec}, where it is not replaced.
     *
     * @throws MalformedRequestException if the subject contains {@code {n}}
     */
    static void rejectPlaceholder(MintRequest spec) {
        boolean inClaims = spec.claims()
                .filter(claims -> claims.path("sub").asText().contains(NUMBER))
                .isPresent();
        if (inClaims || spec.subject().orElse("").contains(NUMBER)) {
            throw new MalformedRequestException(
                    inClaims ? "/claims/sub" : "/subject", "{n} is replaced in vary only: set the subject there");
        }
    }

    boolean hasClaim(String name) {
        return claims.has(name);
    }

    /** Returns the spec of one token: the varying claims over the shared ones. */
    TokenSpec apply(TokenSpec spec, int number) {
        return claims.isEmpty() ? spec : spec.with(numbered(claims, Integer.toString(number)));
    }

    private static JsonMembers numbered(JsonMembers claims, String number) {
        JsonMembers.Builder numbered = JsonMembers.builder();
        claims.json()
                .properties()
                .forEach(member -> numbered.put(member.getKey(), numbered(member.getValue(), number)));
        return numbered.build();
    }

    private static JsonNode numbered(JsonNode value, String number) {
        if (value.isTextual()) {
            return TextNode.valueOf(value.textValue().replace(NUMBER, number));
        }
        if (value instanceof ObjectNode members) {
            return numbered(JsonMembers.of(members), number).json();
        }
        if (value.isArray()) {
            ArrayNode numbered = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> numbered.add(numbered(item, number)));
            return numbered;
        }
        return value;
    }
}
