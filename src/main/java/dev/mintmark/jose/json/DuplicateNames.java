package dev.mintmark.jose.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds names that occur twice in one object, after unescaping (RFC 7515 section 4), in a stream of JSON tokens. */
final class DuplicateNames {
    private static final int MAX_COUNT = 20;

    private final Deque<Set<String>> open = new ArrayDeque<>();
    private final List<String> pointers = new ArrayList<>();
    private boolean ended;

    void see(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> open.push(new HashSet<>());
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> {
                if (!open.element().add(parser.currentName())) {
                    pointers.add(parser.getParsingContext().pathAsPointer().toString());
                }
            }
            default -> {
                // Values have no name.
            }
        }
        ended = open.isEmpty();
    }

    /** Whether the first value has ended or enough duplicates are found. */
    boolean isComplete() {
        return ended || pointers.size() >= MAX_COUNT;
    }

    List<String> pointers() {
        return List.copyOf(pointers);
    }
}
