package dev.mintmark.advice.glossary;

import java.util.Optional;

/**
 * What one header parameter or claim means.
 *
 * @param pointer where it is, for example {@code /payload/exp}
 * @param name its name
 * @param meaning what it is for
 * @param value what it says here, in words
 * @param registered whether a registry of IANA has the name
 * @param reference who defines it
 */
public record Explanation(
        String pointer, String name, String meaning, String value, boolean registered, Optional<String> reference) {}
