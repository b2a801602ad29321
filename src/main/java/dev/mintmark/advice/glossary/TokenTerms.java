package dev.mintmark.advice.glossary;

import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.kinds.Meaning;
import dev.mintmark.kinds.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The terms in one token: what its provider defines, else what the specification of its kind defines, else the registered
 * meaning. A provider's meaning of a name holds in its own tokens alone.
 */
final class TokenTerms {
    private static final int MAX_PROVIDERS = 3;

    private final Terms terms;
    private final Inference inference;

    TokenTerms(Terms terms, Inference inference) {
        this.terms = terms;
        this.inference = inference;
    }

    Term header(String name) {
        Optional<Term> registered = terms.header(name);
        return inference
                .provider()
                .flatMap(provider -> find(provider.header(), name).map(meaning -> of(provider, meaning, registered)))
                .or(() -> find(inference.facts().header(), name).map(meaning -> ofKind(meaning, registered)))
                .or(() -> registered)
                .orElseGet(() -> Term.unknown("A private header parameter: verifiers that do not know it ignore it"));
    }

    Term claim(String name) {
        Optional<Term> registered = terms.claim(name);
        Optional<Meaning> ofToken = inference.token().flatMap(token -> find(token.claims(), name));
        return inference
                .provider()
                .flatMap(provider ->
                        ofToken.or(() -> provider.claim(name)).map(meaning -> of(provider, meaning, registered)))
                .or(() -> find(inference.facts().claims(), name).map(meaning -> ofKind(meaning, registered)))
                .or(() -> registered)
                .or(() -> terms.convention(name))
                .or(() -> ofSomeProvider(name))
                .orElseGet(() -> Term.unknown(terms.unknownClaim(name)));
    }

    private static Optional<Meaning> find(Map<String, Meaning> meanings, String name) {
        return Optional.ofNullable(meanings.get(name));
    }

    private static Term of(Provider provider, Meaning meaning, Optional<Term> registered) {
        if (meaning.isRegistered()) {
            return refined(meaning, registered);
        }
        return new Term(
                provider.name() + ": " + meaning.text(),
                meaning.type(),
                meaning.reference().or(() -> Optional.of(provider.documentation())),
                false,
                meaning.members());
    }

    private Term ofKind(Meaning meaning, Optional<Term> registered) {
        if (meaning.isRegistered()) {
            return refined(meaning, registered);
        }
        String specification = inference.facts().profile().specification();
        return new Term(
                meaning.text(),
                meaning.type(),
                meaning.reference().or(() -> Optional.of(specification)),
                false,
                meaning.members());
    }

    /** The registered claim, in the words of a kind or provider. */
    private static Term refined(Meaning meaning, Optional<Term> registered) {
        String type = meaning.type().isEmpty() ? registered.map(Term::type).orElse("") : meaning.type();
        return new Term(
                meaning.text(),
                type,
                meaning.reference().or(() -> registered.flatMap(Term::reference)),
                true,
                meaning.members());
    }

    /** A name that some providers use, in a token that is not recognised as theirs. */
    private static Optional<Term> ofSomeProvider(String name) {
        List<Provider> users = Kinds.providers().stream()
                .filter(provider -> provider.explains(name))
                .limit(MAX_PROVIDERS)
                .toList();
        if (users.isEmpty()) {
            return Optional.empty();
        }
        String meanings = users.stream()
                .map(provider -> "In tokens of " + provider.name() + ": "
                        + provider.claim(name).map(Meaning::text).orElse(""))
                .collect(Collectors.joining(". "));
        return Optional.of(new Term(
                "A private claim, whose meaning its issuer defines. " + meanings,
                "",
                Optional.empty(),
                false,
                users.get(0).claim(name).map(Meaning::members).orElse(Map.of())));
    }

    /** The members of an object: those that a provider or kind defines, else those of the registered structure. */
    Map<String, Term> members(Term object, String group) {
        if (object.members().isEmpty()) {
            return terms.members(group);
        }
        Map<String, Term> members = new HashMap<>();
        object.members()
                .forEach((name, meaning) -> members.put(
                        name,
                        new Term(
                                meaning.text(),
                                meaning.type(),
                                meaning.reference().or(object::reference),
                                object.isRegistered() && !name.equals("*"),
                                meaning.members())));
        return members;
    }
}
