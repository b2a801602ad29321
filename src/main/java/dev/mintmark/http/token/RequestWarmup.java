package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mintmark.http.problem.AllowedMethods;
import dev.mintmark.http.wire.MintResponse;
import dev.mintmark.http.wire.SpecParser;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/**
 * Does once what the first request would else wait for: how a spec is read and checked, how the answer is written, and
 * which paths there are.
 */
@Singleton
public final class RequestWarmup {
    private final SpecParser specs;
    private final Validator validator;
    private final ObjectMapper mapper;
    private final AllowedMethods paths;

    RequestWarmup(SpecParser specs, Validator validator, ObjectMapper mapper, AllowedMethods paths) {
        this.specs = specs;
        this.validator = validator;
        this.mapper = mapper;
        this.paths = paths;
    }

    /** Takes a tenth of a second or more of CPU, so it wants a thread of its own. */
    public void run() {
        specs.apply(mapper.createObjectNode());
        validator.getConstraintsForClass(TokensResource.class);
        mapper.writerFor(MintResponse.class);
        paths.templates();
    }
}
