package dev.mintmark.advice.glossary;

import java.util.Optional;

/**
 * The explanation of one header parameter or claim.
 *
 * @param pointer its JSON pointer, for example {@code /payload/exp}
 * @param name its name
 * @param meaning its purpose
 * @param value its value in words
 * @param registered whether the name is in an IANA registry
 * @param reference the specification that defines it
 */
public record Explanation(
        String pointer, String name, String meaning, String value, boolean registered, Optional<String> reference) {
    /** The same explanation at another place. */
    public Explanation at(String place) {
        return new Explanation(place, name, meaning, value, registered, reference);
    }
}
