package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.JsonPointerException;
import dev.mintmark.keys.KeysUnavailableException;
import dev.mintmark.service.body.InvalidMembersException;
import dev.mintmark.service.body.MemberError;
import dev.mintmark.service.body.Pointers;
import dev.mintmark.service.body.RequestJson;
import dev.mintmark.service.body.Suggestion;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.tokens.RevocationsUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The arguments of a call: checked against the schema of the tool, and bound to requests. Errors repeat no value. */
final class Arguments {
    private static final int MAX_ERRORS = 3;

    private Arguments() {}

    /**
     * Requires that the arguments have all required members of the schema and no others.
     *
     * @throws ToolException otherwise
     */
    static void check(ObjectNode arguments, ObjectNode schema) {
        List<String> known = schema.path("properties")
                .propertyStream()
                .map(it -> it.getKey())
                .toList();
        List<String> errors = new ArrayList<>();
        schema.path("required").forEach(name -> {
            if (arguments.path(name.asText()).isMissingNode()
                    || arguments.path(name.asText()).isNull()) {
                errors.add("The argument \"" + name.asText() + "\" is missing.");
            }
        });
        arguments.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(unknown(name, known));
            }
        });
        if (!errors.isEmpty()) {
            throw new ToolException(errors.stream().limit(MAX_ERRORS).collect(Collectors.joining(" ")));
        }
    }

    private static String unknown(String name, List<String> known) {
        String hint = Suggestion.similar(name, known)
                .map(it -> " Did you mean \"" + it + "\"?")
                .orElse(" It takes " + String.join(", ", known) + '.');
        return (Pointers.isShown(name) ? "Unknown argument \"" + name + "\"." : "Unknown argument.") + hint;
    }

    /** A text argument; empty if it is absent. */
    static Optional<String> text(ObjectNode arguments, String name, int maxLength) {
        JsonNode value = arguments.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > maxLength) {
            throw new ToolException("\"" + name + "\" must be a string of 1 to " + maxLength + " characters.");
        }
        return Optional.of(value.asText());
    }

    static <T> T bind(ObjectNode arguments, Class<T> request) {
        return RequestJson.bind(arguments, request);
    }

    /**
     * Does the work, and turns errors of the request into one that an assistant can act on.
     *
     * @throws ToolException for errors of the request, and if keys or the store are unavailable
     */
    static ObjectNode guard(Supplier<ObjectNode> work) {
        try {
            return work.get();
        } catch (InvalidMembersException e) {
            throw error(e.errors());
        } catch (MalformedRequestException e) {
            throw error(e.errors().stream()
                    .map(it -> new MemberError(it.pointer(), "", it.detail()))
                    .toList());
        } catch (JsonPointerException e) {
            throw error(List.of(new MemberError(e.pointer(), "", e.detail())));
        } catch (KeysUnavailableException e) {
            throw new ToolException("The keys of the service are not ready yet. Try again in a few seconds.");
        } catch (RevocationsUnavailableException e) {
            throw new ToolException("The revocation store does not answer. Try again later.");
        }
    }

    private static ToolException error(List<MemberError> errors) {
        return new ToolException(errors.stream()
                .limit(MAX_ERRORS)
                .map(it -> (it.pointer().isEmpty() ? "" : Answer.cut(it.pointer()) + ": ") + ended(it.detail()))
                .collect(Collectors.joining(" ")));
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + '.';
    }
}
