package dev.mintmark.draft.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.Draft;
import dev.mintmark.draft.Ignored;
import dev.mintmark.draft.RuleDrafter;
import dev.mintmark.draft.Understood;
import dev.mintmark.draft.model.ModelAnswer.Proposed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a sentence as a model splits it. A value counts if the rules read the same value at the same place from the words that the
 * model quotes; everything else is unsupported.
 */
public final class ModelDrafter {
    /** What may be key material: a long word without the dots, slashes and colons of URLs and names. */
    private static final Pattern KEY_LIKE = Pattern.compile("[A-Za-z0-9+/_=-]{32,}");

    private static final String KEY_BLOCK = "-----BEGIN";

    private final ModelClient model;

    public ModelDrafter(ModelClient model) {
        this.model = model;
    }

    /** Whether a sentence holds what looks like a token, a key or a secret, and must not be sent anywhere. */
    public static boolean isSecret(String sentence) {
        return sentence.contains(KEY_BLOCK)
                || KEY_LIKE.matcher(sentence).find()
                || RuleDrafter.draft(sentence).ignored().stream()
                        .anyMatch(it -> it.code() == Ignored.Code.SECRET || it.code() == Ignored.Code.TOKEN);
    }

    /**
     * Drafts a token request.
     *
     * @param sentence for which {@link #isSecret} is false
     * @throws ModelException if the model gives no usable answer
     */
    public Draft draft(String sentence) throws ModelException {
        ModelAnswer answer = ModelAnswer.of(model.ask(sentence));
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        List<Understood> understood = new ArrayList<>();
        List<Ignored> ignored = new ArrayList<>();
        for (Proposed proposed : answer.members()) {
            int from = proposed.quote().isBlank() ? -1 : sentence.indexOf(proposed.quote());
            Optional<Understood> derived = from < 0 ? Optional.empty() : derive(proposed);
            boolean isNew = derived.isPresent()
                    && spec.at(proposed.pointer()).isMissingNode()
                    && set(spec, proposed.pointer(), proposed.value());
            if (isNew) {
                Understood it = derived.get();
                understood.add(new Understood(
                        it.pointer(), it.value(), it.how(), from + it.from(), from + it.to(), it.text(), it.why()));
            } else if (from >= 0) {
                ignored.add(Ignored.unsupported(from, proposed.quote()));
            }
        }
        ignored.addAll(leftOver(sentence, understood, ignored));
        understood.sort(Comparator.comparingInt(Understood::from));
        ignored.sort(Comparator.comparingInt(Ignored::from));
        return new Draft(spec, Optional.empty(), understood, ignored);
    }

    /** What the rules read from the quote at this place, if it is the proposed value. */
    private static Optional<Understood> derive(Proposed proposed) {
        return RuleDrafter.draft(proposed.quote()).understood().stream()
                .filter(it -> !it.pointer().isEmpty()
                        && it.pointer().equals(proposed.pointer())
                        && it.value().equals(proposed.value()))
                .findFirst();
    }

    /** What the rules ignore in the sentence, as far as no quote covers it. */
    private static List<Ignored> leftOver(String sentence, List<Understood> understood, List<Ignored> ignored) {
        return RuleDrafter.draft(sentence).ignored().stream()
                .filter(it -> understood.stream().noneMatch(known -> known.from() < it.to() && it.from() < known.to()))
                .filter(it -> ignored.stream().noneMatch(known -> known.from() < it.to() && it.from() < known.to()))
                .toList();
    }

    private static boolean set(ObjectNode spec, String pointer, JsonNode value) {
        String[] names = pointer.substring(1).split("/", -1);
        ObjectNode object = spec;
        for (int i = 0; i < names.length - 1; i++) {
            String name = unescaped(names[i]);
            if (object.has(name) && !object.path(name).isObject()) {
                return false;
            }
            object = object.withObjectProperty(name);
        }
        object.set(unescaped(names[names.length - 1]), value);
        return true;
    }

    /** RFC 6901 section 4. */
    private static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }
}
