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
import dev.mintmark.tokens.verify.TokenVerifier;
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

    /**
     * Reads the mode; {@link TokenVerifier.Mode#FULL} without the member.
     *
     * @throws MalformedRequestException if there is no such mode
     */
    public static TokenVerifier.Mode mode(VerifyRequest request) {
        return switch (request.mode().orElse("full")) {
            case "full" -> TokenVerifier.Mode.FULL;
            case "signature" -> TokenVerifier.Mode.SIGNATURE;
            default -> throw new MalformedRequestException("/mode", "The mode must be full or signature");
        };
    }

    private static Expectations read(ExpectRequest expect) {
        RequestErrors errors = new RequestErrors();
        Expectations expectations = new Expectations(
                errors.read(
                        List.of(),
                        () -> StringMembers.present(expect.issuer())
                                .map(ExpectationsReader::issuers)
                                .orElse(List.of())),
                errors.read(
                        List.of(),
                        () -> StringMembers.present(expect.audience())
                                .map(value -> StringMembers.list("/expect/audience", value))
                                .orElse(List.of())),
                errors.read(Optional.empty(), () -> expect.type().map(ExpectationsReader::type)),
                errors.read(
                        Set.of(),
                        () -> expect.algorithms()
                                .map(ExpectationsReader::algorithms)
                                .orElse(Set.of())),
                errors.read(
                        Optional.empty(),
                        () -> StringMembers.bounded("/expect/subject", expect.subject(), RequestLimits.TEXT)),
                errors.read(
                        List.of(),
                        () -> StringMembers.present(expect.scope())
                                .map(value -> StringMembers.scope("/expect/scope", value))
                                .orElse(List.of())),
                errors.read(List.of(), () -> list("roles", expect.roles())),
                errors.read(Optional.empty(), () -> rolesClaim(expect)),
                errors.read(List.of(), () -> list("permissions", expect.permissions())),
                errors.read(List.of(), () -> list("required_claims", expect.requiredClaims())),
                errors.read(Expectations.DEFAULT_LEEWAY, () -> leeway(StringMembers.present(expect.leeway()))),
                errors.read(
                        Optional.empty(),
                        () -> StringMembers.present(expect.maxAge())
                                .map(value -> Durations.parse("/expect/max_age", value))),
                errors.read(Optional.empty(), () -> expect.keyBinding().map(ExpectationsReader::keyBinding)));
        errors.report();
        return expectations;
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
