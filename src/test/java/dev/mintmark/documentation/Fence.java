package dev.mintmark.documentation;

import java.util.List;

/**
 * A block of code in a page.
 *
 * @param language such as {@code sh}
 * @param tag what follows the language, which says what runs the block; empty if nothing follows
 * @param content its lines
 */
public record Fence(String language, String tag, String content) {
    private static final String ARROW = "# → ";

    /** The parts of the output that the page promises. */
    List<String> promises() {
        return content.lines()
                .filter(line -> line.startsWith(ARROW))
                .map(line -> line.substring(ARROW.length()))
                .toList();
    }

    /** The content without the indentation of its lines. */
    String flat() {
        return flat(content);
    }

    static String flat(String text) {
        return text.replaceAll("(?m)^[ \\t]+", "");
    }
}
