package dev.mintmark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * An option for one member of a request.
 *
 * @param member the name of the member
 * @param kind how words become its value
 * @param label names the value in the help
 * @param description the help
 */
record MemberOption(String member, Kind kind, String label, String description) {
    /** How words become a value. */
    enum Kind {
        TEXT,
        /** Digits alone are a number. */
        TIME,
        /** One text, or several by repeating the option. */
        TEXTS,
        /** Several, separated by commas or by repeating the option. */
        LIST,
        /** A JSON object. */
        OBJECT,
        /** {@code --name} or {@code --no-name}. */
        FLAG,
        /** A file with a key. */
        KEY_FILE,
        /** A file with a JWK Set. */
        JSON_FILE,
        /** A file with a secret; the option's name says so. */
        SECRET_FILE
    }

    /** The name of the option. */
    String option() {
        String name = "--" + member.replace('_', '-');
        return kind == Kind.SECRET_FILE ? name + "-file" : name;
    }

    static void add(CommandSpec spec, List<MemberOption> members) {
        members.forEach(member -> spec.addOption(member.spec()));
    }

    private OptionSpec spec() {
        OptionSpec.Builder builder = OptionSpec.builder(option()).description(description);
        return switch (kind) {
            case FLAG -> builder.type(Boolean.class).arity("0").negatable(true).build();
            case TEXTS -> builder.type(String[].class).paramLabel(label).build();
            case LIST ->
                builder.type(String[].class).paramLabel(label).splitRegex(",").build();
            default -> builder.type(String.class).paramLabel(label).build();
        };
    }

    /** Sets the members that the words name; other members stay. */
    static void set(ObjectNode request, List<MemberOption> members, ParseResult words, Input input) {
        for (MemberOption member : members) {
            if (words.hasMatchedOption(member.option())) {
                request.set(member.member(), member.value(words.matchedOption(member.option()), input));
            }
        }
    }

    private JsonNode value(OptionSpec option, Input input) {
        Object given = option.getValue();
        if (given instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        }
        if (given instanceof String[] texts) {
            return kind == Kind.TEXTS && texts.length == 1 ? TextNode.valueOf(texts[0]) : array(texts);
        }
        String text = String.valueOf(given);
        return switch (kind) {
            case TIME -> text.matches("\\d{1,18}") ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
            case OBJECT -> Input.json("The value of " + option(), text);
            case KEY_FILE -> TextNode.valueOf(input.file(text));
            case JSON_FILE -> input.json(text);
            case SECRET_FILE -> TextNode.valueOf(withoutLineBreak(input.file(text)));
            default -> TextNode.valueOf(text);
        };
    }

    private static ArrayNode array(String[] texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(texts.length);
        Arrays.stream(texts).forEach(array::add);
        return array;
    }

    /** Editors and {@code keys generate} end a file with a line break, which does not belong to the secret. */
    private static String withoutLineBreak(String secret) {
        return secret.replaceFirst("\\r?\\n$", "");
    }
}
