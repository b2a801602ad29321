package dev.mintmark.draft;

/**
 * A part of a sentence in UTF-16 units.
 *
 * @param from the first unit
 * @param to the unit after the last
 * @param text what stands there
 */
record Span(int from, int to, String text) {
    /** The empty span after this one, for a value that is assumed beside another of the same words. */
    Span after() {
        return new Span(to, to, "");
    }

    @Override
    public String toString() {
        return "Span[" + from + ", " + to + "]";
    }
}
