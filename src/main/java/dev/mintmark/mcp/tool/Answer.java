package dev.mintmark.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.text.Masking;
import dev.mintmark.advice.text.Patterns;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.service.summary.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Builds the answer of a tool and keeps it within its size. Minted tokens do not count. */
final class Answer {
    /** About 400 tokens of a language model. */
    static final int MAX_BYTES = 1200;

    /** The longest value of a token and the longest sentence in an answer, in characters. */
    static final int MAX_TEXT = 160;

    static final String SUMMARY = "summary";
    static final String ADVISORIES = "advisories";
    private static final String LEFT_OUT = "left_out";

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private int tokens;

    /** Begins an answer with its summary. */
    static Answer of(List<Sentence> summary) {
        return of(summary.stream().map(Sentence::text).toArray(String[]::new));
    }

    /** Begins an answer with its summary. */
    static Answer of(String... summary) {
        Answer answer = new Answer();
        ArrayNode sentences = answer.json.putArray(SUMMARY);
        for (String sentence : summary) {
            sentences.add(sentence);
        }
        return answer;
    }

    /** Adds a member; nothing if the value is empty. */
    Answer put(String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
        return this;
    }

    Answer put(String name, String value) {
        json.put(name, value);
        return this;
    }

    Answer put(String name, boolean value) {
        json.put(name, value);
        return this;
    }

    Answer set(String name, JsonNode value) {
        json.set(name, value);
        return this;
    }

    Answer texts(String name, Collection<String> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(array::add);
        return this;
    }

    /** Adds a token that the call minted. */
    Answer token(String name, String token) {
        json.put(name, token);
        return minted(token);
    }

    /** Says that a value of the answer is a token that the call minted. */
    Answer minted(String token) {
        tokens += token.length();
        return this;
    }

    /** Adds what advice found, the worst first. */
    Answer advisories(List<Advisory> advisories) {
        ArrayNode array = json.putArray(ADVISORIES);
        for (Advisory advisory : advisories) {
            array.addObject()
                    .put("rule", advisory.rule().id())
                    .put("severity", advisory.severity().wireName())
                    .put("message", cut(advisory.message()));
        }
        return this;
    }

    /** Adds the rules that advice mentions, the worst first, without what they say here. */
    Answer rules(List<Advisory> advisories) {
        ArrayNode array = json.putArray(ADVISORIES);
        for (Advisory advisory : advisories) {
            array.addObject()
                    .put("rule", advisory.rule().id())
                    .put("severity", advisory.severity().wireName());
        }
        return this;
    }

    ObjectNode fit(String... lists) {
        return fitTo(MAX_BYTES, lists);
    }

    /**
     * Returns the answer, from whose lists the last entries are removed until it fits.
     *
     * @param lists the names of the lists, the least important first
     * @throws ToolException if it does not fit even so
     */
    ObjectNode fitTo(int limit, String... lists) {
        int removed = 0;
        for (String name : lists) {
            while (isTooLarge(limit) && json.path(name) instanceof ArrayNode list && !list.isEmpty()) {
                list.remove(list.size() - 1);
                json.put(LEFT_OUT, ++removed);
            }
        }
        if (isTooLarge(limit)) {
            throw new ToolException("The answer is too long for a tool. Use the HTTP API of the service instead.");
        }
        return json;
    }

    private boolean isTooLarge(int limit) {
        return StrictJson.bytes(json).length - tokens > limit;
    }

    /** A stranger's text of bounded length, masked if it looks like a credential or a token. */
    static String cut(String text) {
        String shown = Patterns.isSecret(text) || Patterns.isToken(text) ? Masking.masked(text) : text;
        return shown.codePointCount(0, shown.length()) <= MAX_TEXT
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, MAX_TEXT - 1)) + '…';
    }
}
