package dev.mintmark.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.problem.InvalidBodyException;
import dev.mintmark.http.problem.Problem;
import dev.mintmark.http.problem.ProblemType;
import dev.mintmark.http.problem.Violations;
import dev.mintmark.jose.json.JsonText;
import dev.mintmark.service.body.JsonSyntax;
import dev.mintmark.service.body.Pointers;
import dev.mintmark.service.body.RequestJson;
import dev.mintmark.service.read.RequestChecks;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body into the record of its request. Unlike the extension's reader it accepts only UTF-8 without lone
 * surrogates (RFC 8259 section 8.1, RFC 7493 section 2.1), and reports every wrong member of a body instead of the first.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodyReader implements ServerMessageBodyReader<Object> {
    /** Members that another one requires, which may be the wrong one. */
    private static final Set<String> DEPENDENT = Set.of("/key_id", "/secret_encoding", "/expect/roles_claim");

    private final ObjectMapper mapper;

    /** Looked up late: readers are created before constraints are needed. */
    private final Instance<Validator> validator;

    private final Instance<RequestChecks> values;

    JsonBodyReader(ObjectMapper mapper, Instance<Validator> validator, Instance<RequestChecks> values) {
        this.mapper = mapper;
        this.validator = validator;
        this.values = values;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type, Type generic, MediaType mediaType, ServerRequestContext context) throws IOException {
        return read(type, context.getInputStream());
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body);
    }

    private @Nullable Object read(Class<Object> type, InputStream body) throws IOException {
        byte[] utf8 = body.readAllBytes();
        if (utf8.length == 0) {
            return null;
        }
        String json = decode(utf8);
        try {
            return mapper.readValue(json, type);
        } catch (MismatchedInputException e) {
            JsonNode tree = tree(json);
            List<Problem.Member> errors = Problem.Member.of(RequestJson.errors(tree, type, e));
            throw new InvalidBodyException(Stream.concat(errors.stream(), furtherErrors(tree, type, errors))
                    .toList());
        }
    }

    /** Parsing text instead of bytes counts characters in the positions of errors. */
    private static String decode(byte[] utf8) {
        JsonText.error(utf8).ifPresent(error -> {
            throw malformed("The body " + error.detail());
        });
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw malformed(JsonSyntax.detail(e));
        }
    }

    private static InvalidBodyException malformed(String detail) {
        return new InvalidBodyException(List.of(new Problem.Member("", ProblemType.MALFORMED_REQUEST.code(), detail)));
    }

    /** The errors in the values of members that are right so far. Those that seem missing may have an unknown name. */
    private Stream<Problem.Member> furtherErrors(JsonNode tree, Class<Object> type, List<Problem.Member> errors) {
        if (!(tree instanceof ObjectNode rest)) {
            return Stream.empty();
        }
        Set<String> wrong = errors.stream().map(JsonBodyReader::topLevel).collect(Collectors.toSet());
        rest.properties().removeIf(member -> wrong.contains(Pointers.shown(member.getKey())));
        try {
            Object request = mapper.treeToValue(rest, type);
            return Violations.members(
                            validator.get().validate(request), values.get().errors(request))
                    .stream()
                    .filter(error -> rest.has(topLevel(error)) && !DEPENDENT.contains(error.pointer()));
        } catch (JsonProcessingException e) {
            return Stream.empty();
        }
    }

    private static String topLevel(Problem.Member member) {
        return member.pointer().replaceFirst("^/", "").split("/", 2)[0];
    }
}
