package dev.mintmark.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A token request that a sentence describes.
 *
 * @param spec a body of {@code POST /tokens}, without key, key id and secret
 * @param preset the name of the preset that the sentence names
 * @param understood the words that became values, in the order of the sentence
 * @param ignored the words that changed nothing, in the order of the sentence
 */
public record Draft(ObjectNode spec, Optional<String> preset, List<Understood> understood, List<Ignored> ignored) {
    public Draft {
        understood = List.copyOf(understood);
        ignored = List.copyOf(ignored);
    }

    /** Whether every word was understood and nothing was assumed. */
    public boolean isComplete() {
        return ignored.isEmpty() && understood.stream().noneMatch(it -> it.how() == Understood.How.ASSUMED);
    }

    @Override
    public String toString() {
        return "Draft[redacted]";
    }
}
