package dev.mintmark.draft;

import dev.mintmark.draft.Ignored.Code;
import java.util.List;
import java.util.function.BiPredicate;

/** Reads an English sentence of at most 1000 characters, in linear time. */
public final class RuleDrafter {
    /** The longest sentence. */
    public static final int MAX_LENGTH = 1000;

    /** In the order in which they are tried at each word. */
    private static final List<BiPredicate<Cursor, Members>> GRAMMAR = List.of(
            RefusedWords::credentials,
            RefusedWords::several,
            PresetWords::slot,
            PresetWords::name,
            PresetWords::variant,
            RefusedWords::unsigned,
            TimeWords::notYet,
            TimeWords::from,
            TimeWords::expired,
            TimeWords::until,
            TimeWords::issued,
            AbsenceWords::parse,
            TimeWords::lifetime,
            RefusedWords::encrypted,
            RefusedWords::wrongOnPurpose,
            TypeWords::parse,
            TypeWords::algorithm,
            ClaimWords::assignment,
            ClaimWords::claim,
            AuthorityWords::parse,
            NamedValues::parse,
            Prepositions::parse);

    private RuleDrafter() {}

    /** The draft of a sentence. Every word is understood, a filler or ignored. */
    public static Draft draft(String sentence) {
        List<Word> words = Tokenizer.words(sentence);
        Members draft = new Members(PresetWords.find(new Cursor(sentence, words), words.size()));
        Cursor at = new Cursor(sentence, words);
        while (!at.isAtEnd()) {
            boolean isKnown = GRAMMAR.stream().anyMatch(production -> production.test(at, draft));
            if (!isKnown) {
                rest(at, draft);
            }
        }
        draft.times.finish(draft);
        return Composer.compose(draft);
    }

    /** A filler, or unknown words up to the next word of the grammar. */
    private static void rest(Cursor at, Members draft) {
        if (at.at(0).isPunctuation() || at.isIn(0, Vocabulary.FILLERS)) {
            at.take(1);
            return;
        }
        Span span = at.take(1);
        int last = draft.ignored.size() - 1;
        if (last >= 0 && follows(draft.ignored.get(last), span, at)) {
            int from = draft.ignored.get(last).from();
            draft.ignored.set(last, Ignored.of(Code.UNKNOWN, at.between(from, span.to())));
            return;
        }
        draft.ignore(Code.UNKNOWN, span);
    }

    /** Words of another language stay apart, so that each is reported by itself. */
    private static boolean follows(Ignored last, Span span, Cursor at) {
        return last.code() == Code.UNKNOWN
                && isEnglish(span.text())
                && isEnglish(last.text().orElse(""))
                && at.isOnlySpace(last.to(), span.from());
    }

    private static boolean isEnglish(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
