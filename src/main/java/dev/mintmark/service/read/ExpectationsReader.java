package dev.mintmark.service.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.service.request.ExpectRequest;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.service.request.VerifyRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.Expectations.KeyBinding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the member {@code expect} of a verify request. */
public final class ExpectationsReader {
    private ExpectationsReader() {}

    /**
     * Reads the expectations; {@link Expectations#NONE} without the member.
     *
     * @throws MalformedRequestException if a member is malformed
     */
    public static Expectations read(VerifyRequest request) {
        return request.expect().map(ExpectationsReader::read).orElse(Expectations.NONE);
    }

    private static Expectations read(ExpectRequest expect) {
        return new Expectations(
                StringMembers.present(expect.issuer())
                        .map(ExpectationsReader::issuers)
                        .orElse(List.of()),
                StringMembers.present(expect.audience())
                        .map(value -> StringMembers.list("/expect/audience", value))
                        .orElse(List.of()),
                expect.type().map(ExpectationsReader::type),
                expect.algorithms().map(ExpectationsReader::algorithms).orElse(Set.of()),
                StringMembers.bounded("/expect/subject", expect.subject(), RequestLimits.TEXT),
                StringMembers.present(expect.scope())
                        .map(value -> StringMembers.scope("/expect/scope", value))
                        .orElse(List.of()),
                list("roles", expect.roles()),
                rolesClaim(expect),
                list("permissions", expect.permissions()),
                list("required_claims", expect.requiredClaims()),
                leeway(StringMembers.present(expect.leeway())),
                StringMembers.present(expect.maxAge()).map(value -> Durations.parse("/expect/max_age", value)),
                expect.keyBinding().map(ExpectationsReader::keyBinding));
    }

    private static KeyBinding keyBinding(ExpectRequest.KeyBinding demand) {
        return new KeyBinding(
                StringMembers.present(demand.audience())
                        .map(value -> StringMembers.list("/expect/key_binding/audience", value))
                        .orElse(List.of()),
                StringMembers.bounded("/expect/key_binding/nonce", demand.nonce(), RequestLimits.TEXT),
                StringMembers.present(demand.maxAge())
                        .map(value -> Durations.parse("/expect/key_binding/max_age", value)));
    }

    private static List<Issuer> issuers(JsonNode value) {
        List<String> issuers = StringMembers.list("/expect/issuer", value);
        if (issuers.isEmpty() || issuers.stream().anyMatch(String::isBlank)) {
            throw new MalformedRequestException("/expect/issuer", "The issuer must not be blank or an empty array");
        }
        return issuers.stream().map(Issuer::new).toList();
    }

    private static List<String> list(String name, Optional<List<String>> values) {
        return StringMembers.bounded("/expect/" + name, values.orElse(List.of()));
    }

    private static Optional<JsonPointer> rolesClaim(ExpectRequest expect) {
        if (expect.rolesClaim().isPresent() && expect.roles().isEmpty()) {
            throw new MalformedRequestException("/expect/roles_claim", "roles_claim goes with roles");
        }
        return expect.rolesClaim().map(ExpectationsReader::pointer);
    }

    private static JsonPointer pointer(String text) {
        if (text.startsWith("/") && text.length() <= RequestLimits.NAME) {
            return JsonPointer.compile(text);
        }
        throw new MalformedRequestException(
                "/expect/roles_claim",
                "The claim must be a JSON pointer into the claims, as in \"/realm_access/roles\"");
    }

    private static TokenType type(String name) {
        return TokenType.parse(name)
                .orElseThrow(() ->
                        new MalformedRequestException("/expect/type", "The type is access, id, refresh or generic"));
    }

    /** Rejects an empty list, because it would permit nothing. */
    private static Set<Algorithm> algorithms(List<String> names) {
        StringMembers.bounded("/expect/algorithms", names);
        if (names.isEmpty()) {
            throw new MalformedRequestException("/expect/algorithms", "The list must name at least one algorithm");
        }
        return names.stream()
                .map(name -> AlgorithmNames.require("/expect/algorithms", name))
                .collect(Collectors.toSet());
    }

    private static Duration leeway(Optional<JsonNode> value) {
        Duration leeway =
                value.map(node -> Durations.parse("/expect/leeway", node)).orElse(Expectations.DEFAULT_LEEWAY);
        if (leeway.compareTo(Expectations.MAX_LEEWAY) > 0) {
            throw new MalformedRequestException("/expect/leeway", "The leeway must be 0 to 600 seconds");
        }
        return leeway;
    }
}
