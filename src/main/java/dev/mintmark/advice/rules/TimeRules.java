package dev.mintmark.advice.rules;

import static dev.mintmark.advice.Severity.CRITICAL;
import static dev.mintmark.advice.Severity.HIGH;
import static dev.mintmark.advice.Severity.INFO;
import static dev.mintmark.advice.Severity.LOW;
import static dev.mintmark.advice.Severity.MEDIUM;
import static dev.mintmark.advice.SubjectType.SPEC;
import static dev.mintmark.advice.SubjectType.TOKEN;

import dev.mintmark.advice.Findings;
import dev.mintmark.advice.Rule;
import dev.mintmark.advice.Severity;
import dev.mintmark.advice.TokenView;
import dev.mintmark.advice.text.DurationText;
import dev.mintmark.kinds.RuleScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lifetimes and the validity of the token now. */
final class TimeRules {
    private static final String EXP = "/payload/exp";
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;

    static final List<Rule> RULES = List.of(
            Rule.named("exp-missing", HIGH, MEDIUM, LOW)
                    .title("The token never expires")
                    .in(TOKEN, SPEC)
                    .when("There is no exp, and the kind of token needs one: high in general, lower where the"
                            + " specification of the kind leaves it out; never for proofs, security events, credentials"
                            + " and tokens of providers that set none")
                    .why("A stolen token can be used forever")
                    .fix("Set exp: 15 minutes from now for an access token (\"expires_in\": \"15m\")")
                    .see("RFC 7519 4.1.4", "RFC 9068 2.2", "CWE-613")
                    .claims((token, found) -> {
                        if (token.lacks("exp")) {
                            token.absence("exp").ifPresent(severity -> found.at(EXP, severity, "There is no exp"));
                        }
                    })
                    .rule(),
            Rule.named("lifetime-too-long", MEDIUM, HIGH, CRITICAL)
                    .title("The lifetime of the token is too long")
                    .in(TOKEN, SPEC)
                    .when("From iat (or nbf, or now) to exp: access over 15 min medium, 1 h high, 1 d critical; ID"
                            + " over 1 h medium, 1 d high; client assertion and request object over 5 min medium, 1 h"
                            + " high; grant and workload over 1 h medium, 1 d high; logout over 2 min medium; refresh"
                            + " over 30 d medium, 90 d high; others over 1 d medium, 1 y high; tokens of known providers"
                            + " over what the provider allows")
                    .why("A signed token stays valid until it expires: a thief can use it for its whole lifetime")
                    .fix("Use 5 to 15 minutes, and a refresh token to get the next one")
                    .see("RFC 9700 2.2.1, 4.10", "OWASP JSON Web Token Cheat Sheet", "CWE-613")
                    .claims(TimeRules::tooLong)
                    .rule(),
            Rule.named("exp-outlives-key", LOW)
                    .title("The token may outlive its key")
                    .in(SPEC)
                    .when("The service's own key signs, and exp is later than that key is certain to stay: a day for"
                            + " an ephemeral key, otherwise the longest default lifetime (30 d)")
                    .why("Once a key is removed, its tokens can no longer be verified, regardless of exp")
                    .fix("Use a shorter lifetime and a refresh token, and mount keys (mintmark.keys.directory); keep a"
                            + " retired key until the last token that it signed has expired")
                    .see("OpenID Connect Core 10.1.1")
                    .claims(TimeRules::outlivesKey)
                    .rule(),
            Rule.named("exp-before-start", HIGH)
                    .title("The token expires before it becomes valid")
                    .in(TOKEN, SPEC)
                    .when("exp is not after iat and nbf, or auth_time is more than 60 s after iat")
                    .why("The token is never valid; clocks or units are wrong")
                    .fix("Set exp = iat + lifetime, all in seconds; check the clock")
                    .see("RFC 7519 4.1.4-4.1.6")
                    .claims(TimeRules::beforeStart)
                    .rule(),
            Rule.named("iat-missing", MEDIUM, LOW)
                    .title("The token has no issue time")
                    .in(TOKEN, SPEC)
                    .when("There is no iat, and the kind of token needs one: medium for access and ID tokens and"
                            + " DPoP proofs, otherwise low")
                    .why("The age of the token cannot be checked, and SmallRye JWT rejects it by default")
                    .fix("Set iat to the current time in seconds")
                    .see("RFC 7519 4.1.6", "RFC 9068 2.2", "OpenID Connect Core 2")
                    .claims((token, found) -> {
                        if (token.lacks("iat")) {
                            token.absence("iat")
                                    .ifPresent(severity -> found.at("/payload/iat", severity, "There is no iat"));
                        }
                    })
                    .rule(),
            Rule.named("iat-in-future", MEDIUM)
                    .title("Issued in the future")
                    .in(TOKEN)
                    .when("iat is later than now by more than the skew (60 s)")
                    .why("Clocks differ, or the token was postdated to extend its lifetime")
                    .fix("Run NTP; in verifiers, reject an iat more than a minute ahead")
                    .see("RFC 7519 4.1.6", "RFC 9449 4.3")
                    .claims(TimeRules::inFuture)
                    .rule(),
            Rule.named("nbf-missing", INFO)
                    .title("No start of validity")
                    .in(TOKEN, SPEC)
                    .when("There is no nbf in an access token or in a token of no particular kind")
                    .why("nbf is optional; it is useful when tokens are issued before their use")
                    .fix("Set nbf if tokens are issued before their use")
                    .see("RFC 7519 4.1.5")
                    .claims((token, found) -> {
                        if (token.lacks("nbf")) {
                            token.absence("nbf")
                                    .ifPresent(severity -> found.at(
                                            "/payload/nbf",
                                            severity,
                                            "There is no nbf: the token is valid immediately"));
                        }
                    })
                    .rule(),
            Rule.named("time-state", INFO, LOW)
                    .title("The token is not valid now")
                    .in(TOKEN)
                    .when("exp has passed, or nbf is in the future; low within the skew of either, where the token"
                            + " lives longer than 5 minutes")
                    .why("It explains why a verifier rejects the token, or soon will")
                    .fix("Get a new token")
                    .see("RFC 7519 4.1.4, 4.1.5")
                    .claims(TimeRules::state)
                    .rule());

    private TimeRules() {}

    private static void tooLong(TokenView token, Findings found) {
        OptionalLong life = token.life();
        if (life.isEmpty()) {
            return;
        }
        long seconds = life.getAsLong();
        RuleScope.Life limits = token.scope().life();
        if (seconds > limits.medium()) {
            Severity severity = seconds > limits.critical() ? CRITICAL : seconds > limits.high() ? HIGH : MEDIUM;
            found.at(
                    EXP,
                    severity,
                    DurationText.of(seconds),
                    "The lifetime is " + DurationText.of(seconds) + "; for "
                            + token.inference().facts().title() + "s more than " + DurationText.of(limits.medium())
                            + " is long");
        }
    }

    private static void outlivesKey(TokenView token, Findings found) {
        Optional<Duration> retention = token.content().keyRetention();
        if (retention.isEmpty()) {
            return;
        }
        long left = token.date("exp").orElse(0) - token.context().seconds();
        boolean ephemeral = retention.get().isZero();
        long sure = ephemeral ? DAY : retention.get().toSeconds();
        if (left > sure) {
            String end = ephemeral
                    ? "; its key is lost when the service stops"
                    : "; its key, once retired, stays for at least " + DurationText.of(sure);
            found.at(EXP, DurationText.of(left), "The token is valid for " + DurationText.of(left) + " from now" + end);
        }
    }

    private static void beforeStart(TokenView token, Findings found) {
        OptionalLong exp = token.date("exp");
        for (String start : List.of("iat", "nbf")) {
            OptionalLong date = token.date(start);
            if (exp.isPresent() && date.isPresent() && exp.getAsLong() <= date.getAsLong()) {
                found.at(EXP, "exp is not after " + start);
            }
        }
        OptionalLong login = token.date("auth_time");
        OptionalLong iat = token.date("iat");
        if (login.isPresent() && iat.isPresent() && login.getAsLong() > iat.getAsLong() + MINUTE) {
            found.at("/payload/auth_time", "auth_time is later than iat");
        }
    }

    private static void inFuture(TokenView token, Findings found) {
        long ahead = token.date("iat").orElse(0) - token.context().seconds();
        if (ahead > token.context().skew().toSeconds()) {
            found.at("/payload/iat", DurationText.of(ahead), "iat is " + DurationText.of(ahead) + " ahead");
        }
    }

    /** A token that lives for minutes by design is always about to expire. */
    private static boolean isShortLived(TokenView token) {
        boolean dated = token.date("iat").isPresent() || token.date("nbf").isPresent();
        boolean once = token.scope().life().medium() <= 5 * MINUTE;
        return once || (dated && token.life().orElse(0) <= 5 * MINUTE);
    }

    private static void state(TokenView token, Findings found) {
        long now = token.context().seconds();
        long skew = token.context().skew().toSeconds();
        token.date("exp").ifPresent(exp -> {
            Severity severity = Math.abs(now - exp) <= skew ? LOW : INFO;
            if (exp <= now) {
                found.at(EXP, severity, "The token expired " + DurationText.of(now - exp) + " ago");
            } else if (severity == LOW && !isShortLived(token)) {
                found.at(EXP, LOW, "The token expires in " + DurationText.of(exp - now));
            }
        });
        long ahead = token.date("nbf").orElse(now) - now;
        if (ahead > 0) {
            found.at(
                    "/payload/nbf", ahead <= skew ? LOW : INFO, "The token becomes valid in " + DurationText.of(ahead));
        }
    }
}
