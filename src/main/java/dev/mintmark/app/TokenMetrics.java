package dev.mintmark.app;

import dev.mintmark.advice.Advisory;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.advice.Report;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.service.TokenEvents;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import dev.mintmark.tokens.revoke.RevocationResult;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the events of the service. All counters are registered at start-up, so that an alert sees the first event of a
 * kind, no label contains text of a caller, and no request builds a name to look a counter up.
 */
public final class TokenMetrics implements TokenEvents {
    private final MeterRegistry metrics;
    private final Map<Algorithm, Map<TokenType, Counter>> minted;
    private final Counter valid;
    private final Map<CheckResult.Code, Counter> invalid;
    private final Counter redeemed;
    private final Map<String, Counter> rejected;
    private final Map<Kind, Counter> revoked;
    private final Map<String, Map<Severity, Counter>> advised;

    /** @param catalogue each of its rules gets a counter for each of its severities */
    public TokenMetrics(MeterRegistry metrics, Catalogue catalogue) {
        this.metrics = metrics;
        List<CheckResult.Code> codes = List.of(CheckResult.Code.values());
        minted = each(
                List.of(Algorithm.values()),
                algorithm -> each(List.of(TokenType.values()), type -> minted(algorithm, type)));
        valid = verified("valid");
        invalid = each(codes, code -> verified(code.wireName()));
        redeemed = refreshed("redeemed");
        rejected = each(
                Stream.concat(Stream.of("reused"), codes.stream().map(CheckResult.Code::wireName))
                        .toList(),
                this::refreshed);
        revoked = each(
                Arrays.asList(Kind.TOKEN, Kind.FAMILY, Kind.SUBJECT),
                kind -> counter("revocations", "Requested revocations", "kind", kind.wireName()));
        advised = new HashMap<>();
        for (Rule rule : catalogue.rules()) {
            advised.put(rule.id(), each(rule.severities(), severity -> advised(rule, severity)));
        }
    }

    private static <K, V> Map<K, V> each(Collection<K> keys, Function<K, V> value) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), value));
    }

    private Counter minted(Algorithm algorithm, TokenType type) {
        return counter(
                "tokens.minted",
                "Minted tokens; a refresh token counts in addition to its access token",
                "algorithm",
                algorithm.joseName(),
                "type",
                type.wireName());
    }

    private Counter verified(String outcome) {
        return counter("verdicts", "Verdicts: valid, or the code of the first check that failed", "outcome", outcome);
    }

    private Counter refreshed(String outcome) {
        return counter("refreshes", "Refresh tokens: redeemed, reused, or why it was rejected", "outcome", outcome);
    }

    private Counter advised(Rule rule, Severity severity) {
        return counter("advisories", "Advisories that were given", "rule", rule.id(), "severity", severity.wireName());
    }

    private Counter counter(String name, String help, String... tags) {
        return Counter.builder("mintmark." + name).description(help).tags(tags).register(metrics);
    }

    @Override
    public void minted(MintedToken token) {
        token.header()
                .text("alg")
                .flatMap(Algorithm::parse)
                .map(minted::get)
                .map(types -> types.get(token.type()))
                .ifPresent(Counter::increment);
    }

    /** Counts one code for each verdict, so that the counts add up: later checks often fail because of the first. */
    @Override
    public void verified(Verdict verdict) {
        for (CheckResult check : verdict.checks()) {
            if (check.isFailed()) {
                check.code().map(invalid::get).ifPresent(Counter::increment);
                return;
            }
        }
        valid.increment();
    }

    @Override
    public void redeemed() {
        redeemed.increment();
    }

    @Override
    public void rejected(RefreshRejectedException rejection) {
        rejection.reasons().stream()
                .findFirst()
                .map(reason -> rejected.get(reason.code()))
                .ifPresent(Counter::increment);
    }

    @Override
    public void revoked(RevocationResult result) {
        Optional.ofNullable(revoked.get(result.kind())).ifPresent(Counter::increment);
    }

    @Override
    public void advised(Report report) {
        for (Advisory advisory : report.advisories()) {
            Optional.ofNullable(advised.get(advisory.rule().id()))
                    .map(severities -> severities.get(advisory.severity()))
                    .ifPresent(Counter::increment);
        }
    }
}
