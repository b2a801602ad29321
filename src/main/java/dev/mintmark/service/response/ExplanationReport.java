package dev.mintmark.service.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.advice.glossary.Explanation;
import java.util.List;
import java.util.Optional;

/** One explanation on the wire. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ExplanationReport(
        String pointer, String name, String meaning, String value, boolean registered, Optional<String> reference) {

    public static List<ExplanationReport> of(List<Explanation> explanations) {
        return explanations.stream()
                .map(it -> new ExplanationReport(
                        it.pointer(), it.name(), it.meaning(), it.value(), it.registered(), it.reference()))
                .toList();
    }
}
