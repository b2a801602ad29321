package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mintmark.http.problem.Routes;
import dev.mintmark.http.wire.SpecParser;
import dev.mintmark.service.response.MintResponse;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/**
 * Initializes what the first request would otherwise wait for: reading and validating a token request, writing the response,
 * and the list of paths.
 */
@Singleton
public final class RequestWarmup {
    private final SpecParser specs;
    private final Validator validator;
    private final ObjectMapper mapper;
    private final Routes paths;

    RequestWarmup(SpecParser specs, Validator validator, ObjectMapper mapper, Routes paths) {
        this.specs = specs;
        this.validator = validator;
        this.mapper = mapper;
        this.paths = paths;
    }

    /** Takes a tenth of a second of CPU or more, so call it on a background thread. */
    public void run() {
        specs.apply(mapper.createObjectNode());
        validator.getConstraintsForClass(TokensResource.class);
        mapper.writerFor(MintResponse.class);
        paths.templates();
    }
}
