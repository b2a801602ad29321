package dev.mintmark.service.summary;

import java.util.List;

/**
 * One sentence of a summary.
 *
 * @param text the sentence; values of the token are in quotation marks, at most 80 characters each
 * @param about JSON pointers to the parts of the token that it is about: {@code /header/alg}, {@code /payload/exp}
 * @param rules the ids of the advisory rules that it mentions
 * @param checks the names of the checks that it mentions
 */
public record Sentence(String text, List<String> about, List<String> rules, List<String> checks) {
    public Sentence {
        about = List.copyOf(about);
        rules = List.copyOf(rules);
        checks = List.copyOf(checks);
    }

    static Sentence about(String text, String... pointers) {
        return new Sentence(text, List.of(pointers), List.of(), List.of());
    }

    Sentence of(String rule) {
        return new Sentence(text, about, List.of(rule), checks);
    }
}
