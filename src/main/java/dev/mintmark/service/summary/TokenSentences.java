package dev.mintmark.service.summary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Provider;
import dev.mintmark.kinds.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sentences about what a token is and who it is for. */
final class TokenSentences {
    private TokenSentences() {}

    /** "This is an access token for “alice”, issued by “https://idp.example” for “https://orders.example”." */
    static Sentence identity(Inference kind, JsonNode claims) {
        List<String> about = new ArrayList<>();
        StringBuilder text = new StringBuilder("This is ").append(kind(kind));
        text.append(one(claims, "sub", about).map(sub -> " for " + sub).orElse(" that names no subject"));
        Optional<String> issuer = one(claims, "iss", about);
        List<String> audience = Authority.texts(claims.path("aud"), false);
        issuer.ifPresent(iss -> text.append(", issued by ").append(iss));
        if (!audience.isEmpty()) {
            about.add("/payload/aud");
            text.append(issuer.isPresent() ? " for " : ", for ").append(Words.quoted(audience));
        }
        return Sentence.about(text.append('.').toString(), about.toArray(String[]::new));
    }

    private static String kind(Inference kind) {
        String title = kind.kind() == TokenKind.OTHER || kind.kind() == TokenKind.GENERIC
                ? "token"
                : kind.facts().title();
        String article = "aeiouAEIOU".indexOf(title.charAt(0)) >= 0 ? "an " : "a ";
        return article
                + title
                + kind.provider()
                        .map(Provider::name)
                        .map(name -> " in the form of " + name)
                        .orElse("");
    }

    private static Optional<String> one(JsonNode claims, String name, List<String> about) {
        JsonNode value = claims.path(name);
        if (!value.isTextual() || value.asText().isEmpty()) {
            return Optional.empty();
        }
        about.add("/payload/" + name);
        return Optional.of(Words.quoted(value.asText()));
    }

    /** "It belongs to the tenant “acme” and was requested by the client “web-shop”." */
    static Optional<Sentence> context(JsonNode claims) {
        List<String> about = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        first(claims, about, "tenant", "tid", "org_id").ifPresent(it -> parts.add("belongs to the tenant " + it));
        first(claims, about, "client_id", "azp", "appid", "cid")
                .ifPresent(it -> parts.add("was requested by the client " + it));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.about("It " + Words.and(parts) + '.', about.toArray(String[]::new)));
    }

    private static Optional<String> first(JsonNode claims, List<String> about, String... names) {
        return Stream.of(names)
                .map(name -> one(claims, name, about))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "It grants the scopes “orders:read” and “orders:write” and the role “clerk”." */
    static Optional<Sentence> authority(JsonNode claims) {
        List<Authority> all = Authority.of(claims);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String text =
                "It grants " + Words.and(all.stream().map(Authority::inWords).toList()) + '.';
        String[] pointers =
                all.stream().flatMap(it -> it.pointers().stream()).distinct().toArray(String[]::new);
        return Optional.of(Sentence.about(text, pointers));
    }
}
