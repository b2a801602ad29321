package dev.mintmark.service.batch;

import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.read.ClaimsReader;
import dev.mintmark.service.read.Instants;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.BatchRequest;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.mint.TokenSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The varying claims of a batch, with {@code {n}} for the number of the token in strings at any depth. */
public final class BatchTemplate {
    static final BatchTemplate NOTHING = new BatchTemplate(Map.of());

    private static final String NUMBER = "{n}";

    private final Map<?, ?> claims;

    private BatchTemplate(Map<?, ?> claims) {
        this.claims = claims;
    }

    /**
     * Reads the member {@code vary}.
     *
     * @param count number of tokens; several tokens must differ, and so must their subjects if given
     * @throws MalformedRequestException if the tokens do not differ, or a claim has the wrong type
     */
    static BatchTemplate read(BatchRequest.Vary request, int count, Instants instants) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        request.claims().ifPresent(json -> {
            ClaimsReader.checkTypes("/vary/claims", json, instants);
            claims.putAll(StrictJson.map(json));
        });
        request.subject().ifPresent(subject -> {
            if (claims.containsKey("sub") && !subject.equals(claims.get("sub"))) {
                throw new MalformedRequestException("/vary/claims/sub", "sub is given twice, here and by vary.subject");
            }
            claims.put("sub", subject);
        });
        if (count > 1 && claims.get("sub") instanceof String subject && !subject.contains(NUMBER)) {
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
        return claims.containsKey(name);
    }

    /** Returns the spec of one token: the varying claims over the shared ones. */
    TokenSpec apply(TokenSpec spec, int number) {
        return claims.isEmpty() ? spec : spec.with(numbered(claims, Integer.toString(number)));
    }

    private static Map<String, @Nullable Object> numbered(Map<?, ?> values, String number) {
        Map<String, @Nullable Object> numbered = new LinkedHashMap<>();
        values.forEach((name, value) -> numbered.put((String) name, numbered(value, number)));
        return numbered;
    }

    private static @Nullable Object numbered(@Nullable Object value, String number) {
        if (value instanceof String text) {
            return text.replace(NUMBER, number);
        }
        if (value instanceof Map<?, ?> members) {
            return numbered(members, number);
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> numbered = new ArrayList<>();
            items.forEach(item -> numbered.add(numbered(item, number)));
            return numbered;
        }
        return value;
    }
}
