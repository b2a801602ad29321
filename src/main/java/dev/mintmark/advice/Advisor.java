package dev.mintmark.advice;

import dev.mintmark.advice.KeyView.Place;
import dev.mintmark.advice.Rule.KeyCheck;
import dev.mintmark.advice.secrets.SecretScan;
import dev.mintmark.advice.secrets.WellKnownSecrets;
import dev.mintmark.jose.UnverifiedJwk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a subject against every rule for its type. Reads unverified input and does not verify signatures. */
public final class Advisor {
    private final Catalogue catalogue;
    private final WellKnownSecrets secrets;
    private final SecretScan scan;

    /**
     * @param catalogue the rules to check
     * @param secrets the well-known secrets
     * @param scan searches for a well-known secret that signed a token
     */
    public Advisor(Catalogue catalogue, WellKnownSecrets secrets, SecretScan scan) {
        this.catalogue = catalogue;
        this.secrets = secrets;
        this.scan = scan;
    }

    /** Returns a report on any subject; the content of a subject never causes an exception. */
    public Report advise(Subject subject, Context context) {
        RuleContext background = new RuleContext(context, secrets, Optional.empty());
        if (subject instanceof Subject.Token token) {
            RuleContext searching =
                    new RuleContext(context, secrets, Optional.of(scan).filter(with -> token.searchSecret()));
            List<KeyView> keys = keys(token.keys(), Place.VERIFYING, searching);
            return report(new TokenView(TokenContent.of(token), searching, keys), SubjectType.TOKEN);
        }
        if (subject instanceof Subject.Spec spec) {
            List<KeyView> keys = keys(spec.keys(), Place.SIGNING, background);
            return report(new TokenView(TokenContent.of(spec), background, keys), SubjectType.SPEC);
        }
        if (subject instanceof Subject.KeySet set) {
            return report(KeySetView.of(set.jwks(), true, background));
        }
        if (subject instanceof Subject.Secret secret) {
            UnverifiedJwk jwk =
                    secret.algorithm().map(secret.secret()::withAlgorithm).orElse(secret.secret());
            return report(new KeyView(jwk, "/key", Place.LONE, background), SubjectType.SECRET);
        }
        UnverifiedJwk jwk = ((Subject.Key) subject).jwk();
        return report(new KeyView(jwk, "/key", Place.LONE, background), SubjectType.JWK);
    }

    private Report report(TokenView view, SubjectType type) {
        List<Rule> rules = catalogue.rulesFor(type);
        List<KeyView> embedded = embedded(view);
        Findings findings = new Findings(rules.get(0), view.scope());
        for (Rule rule : rules) {
            Rule.Checks checks = rule.checks();
            findings.of(rule);
            if (checks.form() != null) {
                checks.form().look(view, findings);
            }
            if (checks.header() != null && view.hasHeader()) {
                checks.header().look(view, findings);
            }
            if (checks.claims() != null && view.hasClaims()) {
                checks.claims().look(view, findings);
            }
            if (checks.key() != null) {
                look(checks.key(), view, embedded, findings);
            }
        }
        Optional<String> skipped = view.scan()
                .filter(SecretScan.Skipped.class::isInstance)
                .map(skip -> ((SecretScan.Skipped) skip).reason());
        return Report.of(Optional.of(view.inference()), findings, skipped);
    }

    private static void look(KeyCheck check, TokenView view, List<KeyView> embedded, Findings found) {
        for (KeyView key : view.keys()) {
            boolean unbound = key.jwk().isSecret() && view.isHmac();
            check.look(unbound ? key.forAlgorithm(view.alg()) : key, found);
        }
        for (KeyView key : embedded) {
            check.look(key, found);
        }
    }

    /** The keys embedded in the token. */
    private static List<KeyView> embedded(TokenView token) {
        RuleContext background = token.background();
        return Stream.of(
                        KeyView.of(token.header().path("jwk"), "/header/jwk", Place.PUBLISHED, background),
                        KeyView.of(
                                token.claims().path("cnf").path("jwk"),
                                "/payload/cnf/jwk",
                                Place.PUBLISHED,
                                background),
                        KeyView.of(token.claims().path("sub_jwk"), "/payload/sub_jwk", Place.PUBLISHED, background))
                .flatMap(Optional::stream)
                .toList();
    }

    private Report report(KeySetView set) {
        List<Rule> rules = catalogue.rulesFor(SubjectType.JWKS);
        Findings found = new Findings(rules.get(0));
        for (Rule rule : rules) {
            found.of(rule);
            KeyCheck check = rule.checks().key();
            if (rule.checks().keySet() != null) {
                rule.checks().keySet().look(set, found);
            }
            if (check != null) {
                set.keys().forEach(key -> check.look(key, found));
            }
        }
        return Report.of(Optional.empty(), found, Optional.empty());
    }

    private Report report(KeyView key, SubjectType type) {
        List<Rule> rules = catalogue.rulesFor(type);
        Findings found = new Findings(rules.get(0));
        for (Rule rule : rules) {
            if (rule.checks().key() != null) {
                rule.checks().key().look(key, found.of(rule));
            }
        }
        return Report.of(Optional.empty(), found, Optional.empty());
    }

    private static List<KeyView> keys(Subject.KnownKeys known, Place place, RuleContext background) {
        List<KeyView> keys = new ArrayList<>();
        known.key().ifPresent(jwk -> keys.add(new KeyView(jwk, "/key", place, background)));
        known.jwks()
                .ifPresent(jwks ->
                        keys.addAll(KeySetView.of(jwks, false, background).keys()));
        return keys;
    }
}
