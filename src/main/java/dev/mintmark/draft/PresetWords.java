package dev.mintmark.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.draft.Ignored.Code;
import dev.mintmark.draft.Values.Join;
import dev.mintmark.draft.preset.Preset;
import dev.mintmark.draft.preset.Presets;
import dev.mintmark.draft.preset.Slot;
import dev.mintmark.draft.preset.Variant;
import java.util.List;
import java.util.Optional;

/** The preset that a sentence names, and the slots that only it has. */
final class PresetWords {
    private static final List<String> ENDINGS = List.of("-style", "-like", "-shaped", "-issued");

    /** @param position the first word that names the preset */
    record Found(Preset preset, Optional<Variant> variant, int position, int words) {}

    private PresetWords() {}

    /** Searches the first preset, before the grammar runs, because its slots are words of the grammar. */
    static Optional<Found> find(Cursor at, int words) {
        for (int i = 0; i < words; i++) {
            Optional<Found> found = at(at, i);
            boolean isValue = i > 0
                    && found.isPresent()
                    && found.get().words() == 1
                    && (at.is(i - 1, "for", "audience", "aud", "client", "issuer", "tenant", "subject", "role", "of")
                            || at.isIn(i + 1, Vocabulary.SERVICES));
            if (found.isPresent() && !isValue) {
                return found.map(
                        it -> new Found(it.preset(), variant(at, words, it.preset()), it.position(), it.words()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> at(Cursor at, int ahead) {
        Found longest = null;
        for (Preset preset : Presets.all()) {
            for (String phrase : preset.words()) {
                int length = phrase.split(" ", -1).length;
                if ((longest == null || length > longest.words()) && isNamed(at, ahead, phrase)) {
                    longest = new Found(preset, Optional.empty(), ahead, length);
                }
            }
        }
        return Optional.ofNullable(longest);
    }

    private static boolean isNamed(Cursor at, int ahead, String phrase) {
        return at.isPhrase(ahead, phrase)
                || ENDINGS.stream().anyMatch(ending -> at.is(ahead, phrase + ending, phrase + "'s"));
    }

    private static Optional<Variant> variant(Cursor at, int words, Preset preset) {
        for (int i = 0; i < words; i++) {
            for (Variant variant : preset.variants()) {
                for (String phrase : variant.words()) {
                    boolean isType = phrase.equals("access") || phrase.equals("id");
                    if (at.isPhrase(i, phrase) && (!isType || at.isIn(i + 1, Vocabulary.NOUNS))) {
                        return Optional.of(variant);
                    }
                }
            }
        }
        return Optional.empty();
    }

    static boolean name(Cursor at, Members draft) {
        Optional<Found> here = at(at, 0);
        if (here.isEmpty() || draft.preset.isEmpty()) {
            return false;
        }
        Preset used = draft.preset.get().preset();
        if (!used.equals(here.get().preset())) {
            draft.ignore(Code.SECOND_VALUE, at.take(here.get().words()));
            return true;
        }
        draft.note(
                "",
                TextNode.valueOf(used.name()),
                Understood.How.PRESET,
                at.take(here.get().words()),
                used.title());
        return true;
    }

    /** "app-only": the words of a variant that mean nothing else. */
    static boolean variant(Cursor at, Members draft) {
        for (Variant variant : draft.presetUsed().map(Preset::variants).orElse(List.of())) {
            for (String phrase : variant.words()) {
                boolean isOwn = !List.of("access", "id", "user").contains(phrase);
                if (isOwn && at.isPhrase(0, phrase)) {
                    Span span = at.take(phrase.split(" ", -1).length);
                    draft.note("", TextNode.valueOf(variant.name()), Understood.How.PRESET, span, variant.title());
                    return true;
                }
            }
        }
        return false;
    }

    /** "realm shop", "on branch main", "client roles clerk of orders-api". */
    static boolean slot(Cursor at, Members draft) {
        List<Slot> slots = draft.presetUsed().map(Preset::slots).orElse(List.of());
        for (Slot slot : slots) {
            for (String phrase : slot.said()) {
                int words = phrase.split(" ", -1).length;
                if (at.isPhrase(0, phrase) && fill(at, words + at.connectors(words), slot, draft)) {
                    if (slot.name().equals("client_roles")) {
                        owner(at, draft);
                    }
                    return true;
                }
            }
        }
        return false;
    }

    /** The client whose roles were named: "of orders-api". */
    private static void owner(Cursor at, Members draft) {
        if (at.is(0, "of", "for", "on", "in")
                && Values.isValue(at, 1)
                && draft.presetUsed().flatMap(it -> it.slot("client")).isPresent()) {
            draft.slot("client", TextNode.valueOf(at.at(1).text()), at.take(2));
        }
    }

    private static boolean fill(Cursor at, int ahead, Slot slot, Members draft) {
        Optional<Values> values = Values.read(at, ahead, slot.isList() ? Join.COMMA : Join.AND);
        if (values.isEmpty()) {
            return false;
        }
        Span span = at.take(ahead + values.get().words());
        if (values.get().isChoice() || (!slot.isList() && values.get().values().size() > 1)) {
            draft.ignore(Code.AMBIGUOUS, span);
            return true;
        }
        draft.slot(slot.name(), value(slot, values.get().values()), span);
        return true;
    }

    static JsonNode value(Slot slot, List<String> values) {
        if (!slot.isList()) {
            return TextNode.valueOf(String.join(" ", values));
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }
}
