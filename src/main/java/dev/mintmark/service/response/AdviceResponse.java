package dev.mintmark.service.response;

import dev.mintmark.advice.Report;
import dev.mintmark.advice.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The response of {@code POST /advisories}. {@code verified} is always false, because advice is not a verdict. */
public record AdviceResponse(
        @Nullable String kind,
        @Nullable String kindReason,
        boolean verified,
        @Nullable String highest,
        Map<String, Integer> counts,
        List<AdvisoryReport> advisories,
        boolean truncated,
        @Nullable String secretScanSkipped) {

    public static AdviceResponse of(Report report) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        report.counts().forEach((severity, count) -> counts.put(severity.wireName(), count));
        return new AdviceResponse(
                report.kind().map(kind -> kind.kind().wireName()).orElse(null),
                report.kind().map(kind -> kind.reason()).orElse(null),
                false,
                report.highest().map(Severity::wireName).orElse(null),
                counts,
                AdvisoryReport.of(report.advisories()),
                report.isTruncated(),
                report.skipped().orElse(null));
    }
}
