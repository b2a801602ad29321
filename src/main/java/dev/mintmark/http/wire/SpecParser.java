package dev.mintmark.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.Violations;
import dev.mintmark.service.body.RequestJson;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.MintRequest;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.function.Function;

/** Reads a token request inside another body as strictly as the body of {@code POST /tokens}. */
@Singleton
public final class SpecParser implements Function<JsonNode, MintRequest> {
    private final ObjectMapper mapper;
    private final Validator validator;

    SpecParser(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** @throws MalformedRequestException if the JSON is not a valid request; its pointer is relative to the request */
    @Override
    public MintRequest apply(JsonNode json) {
        if (!json.isObject()) {
            throw new MalformedRequestException("", "A token request must be a JSON object");
        }
        MintRequest spec = parse(json);
        List<Problem.Member> errors = Violations.members(validator.validate(spec));
        if (!errors.isEmpty()) {
            throw refusal(errors);
        }
        return spec;
    }

    private MintRequest parse(JsonNode json) {
        try {
            return mapper.treeToValue(json, MintRequest.class);
        } catch (MismatchedInputException e) {
            throw refusal(Problem.Member.of(RequestJson.errors(json, MintRequest.class, e)));
        } catch (JsonProcessingException e) {
            throw new MalformedRequestException("", "The token request cannot be read");
        }
    }

    private static MalformedRequestException refusal(List<Problem.Member> errors) {
        return MalformedRequestException.of(errors.stream()
                .map(error -> new MalformedRequestException.Entry(error.pointer(), error.detail()))
                .toList());
    }
}
