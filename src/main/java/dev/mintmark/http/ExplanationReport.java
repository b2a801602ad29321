package dev.mintmark.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.advice.Explanation;
import java.util.List;
import java.util.Optional;

/** One explanation on the wire. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ExplanationReport(
        String pointer, String name, String meaning, String value, boolean registered, Optional<String> reference) {

    static List<ExplanationReport> of(List<Explanation> explanations) {
        return explanations.stream()
                .map(it -> new ExplanationReport(
                        it.pointer(), it.name(), it.meaning(), it.value(), it.registered(), it.reference()))
                .toList();
    }
}
