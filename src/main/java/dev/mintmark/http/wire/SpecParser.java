package dev.mintmark.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.mintmark.http.problem.Pointers;
import dev.mintmark.http.problem.ProblemMappers;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.service.request.MintRequest;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
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
            throw new MalformedRequestException("", "A spec is a JSON object");
        }
        MintRequest spec = parse(json);
        validator.validate(spec).stream()
                .min(Comparator.comparing(Pointers::of))
                .ifPresent(SpecParser::refuse);
        return spec;
    }

    private MintRequest parse(JsonNode json) {
        try {
            return mapper.treeToValue(json, MintRequest.class);
        } catch (MismatchedInputException e) {
            String pointer = Pointers.of(e);
            throw new MalformedRequestException(pointer, ProblemMappers.detail(e, pointer));
        } catch (JsonProcessingException e) {
            throw new MalformedRequestException("", "The spec cannot be read");
        }
    }

    private static void refuse(ConstraintViolation<MintRequest> violation) {
        throw new MalformedRequestException(Pointers.of(violation), violation.getMessage());
    }
}
