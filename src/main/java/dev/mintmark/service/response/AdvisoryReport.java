package dev.mintmark.service.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mintmark.advice.Advisory;
import java.util.List;
import java.util.Optional;

/** One advisory on the wire. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AdvisoryReport(
        String rule,
        String severity,
        String where,
        Optional<String> observed,
        String message,
        String why,
        String fix,
        List<String> references) {

    public static List<AdvisoryReport> of(List<Advisory> advisories) {
        return advisories.stream().map(AdvisoryReport::of).toList();
    }

    private static AdvisoryReport of(Advisory advisory) {
        return new AdvisoryReport(
                advisory.rule().id(),
                advisory.severity().wireName(),
                advisory.where(),
                advisory.observed(),
                advisory.message(),
                advisory.rule().why(),
                advisory.fix(),
                advisory.rule().references());
    }
}
