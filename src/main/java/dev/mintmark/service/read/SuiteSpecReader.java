package dev.mintmark.service.read;

import dev.mintmark.drills.DrillCatalogue;
import dev.mintmark.drills.DrillGroup;
import dev.mintmark.drills.DrillSelection;
import dev.mintmark.drills.SuiteSpec;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.request.DrillRequest;
import dev.mintmark.service.request.RequestLimits;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.verify.Expectations;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a request for a suite of drills. */
public final class SuiteSpecReader {
    private static final List<String> DEFAULT_SCOPE = List.of("read:items");
    private static final List<Algorithm> DEFAULT_ALGORITHMS = List.of(Algorithm.RS256, Algorithm.ES256);

    /** Claims that the drills themselves change, or that trace them. */
    private static final Set<String> RESERVED = Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "tct");

    private static final int MAX_CLAIMS_BYTES = 4096;

    private SuiteSpecReader() {}

    /**
     * Reads the request.
     *
     * @param root the issuer if the request names none
     * @throws MalformedRequestException if a member is missing or malformed
     * @throws PolicyViolationException for an issuer that is neither an own one nor a local name, and for a private key
     */
    public static SuiteSpec read(DrillRequest request, Issuer root) {
        String audience = request.audience()
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new MalformedRequestException(
                        "/audience", "Give the audience that the service under test expects"));
        var unused = StringMembers.bounded("/audience", request.audience(), RequestLimits.TEXT);
        List<String> scope = StringMembers.present(request.scope())
                .map(value -> StringMembers.scope("/scope", value))
                .orElse(List.of());
        return new SuiteSpec(
                DrillIssuers.admit(request.issuer(), root),
                audience,
                scope,
                claims(request, scope),
                type(request),
                skew(request),
                algorithms(request),
                new DrillSelection(
                        names("/include", request.include()),
                        names("/exclude", request.exclude()),
                        request.dos().orElse(false)),
                StringMembers.present(request.key()).map(DrillKeys::admit));
    }

    private static JsonMembers claims(DrillRequest request, List<String> scope) {
        JsonMembers given = request.claims().map(JsonMembers::of).orElse(JsonMembers.EMPTY);
        RESERVED.stream().filter(given::has).sorted().findFirst().ifPresent(name -> {
            throw new PolicyViolationException("/claims/" + name, "The drills set the claim " + name);
        });
        JsonMembers claims = JsonMembers.builder()
                .put("sub", request.subject().orElse("user-1"))
                .put("client_id", request.clientId().orElse("client-1"))
                .put("scope", String.join(" ", scope.isEmpty() ? DEFAULT_SCOPE : scope))
                .putAll(given)
                .build();
        if (claims.bytes().length > MAX_CLAIMS_BYTES) {
            throw new MalformedRequestException(
                    "/claims", "The claims of each token must have at most " + MAX_CLAIMS_BYTES + " bytes");
        }
        return claims;
    }

    private static String type(DrillRequest request) {
        return switch (request.type().orElse(SuiteSpec.ACCESS_TOKEN)) {
            case SuiteSpec.ACCESS_TOKEN -> SuiteSpec.ACCESS_TOKEN;
            case "JWT" -> "JWT";
            default -> throw new MalformedRequestException("/type", "The type is at+jwt or JWT");
        };
    }

    private static Duration skew(DrillRequest request) {
        Duration skew = StringMembers.present(request.skew())
                .map(value -> Durations.parse("/skew", value))
                .orElse(Expectations.DEFAULT_LEEWAY);
        if (skew.compareTo(Expectations.MAX_LEEWAY) > 0) {
            throw new MalformedRequestException("/skew", "The skew must be 0 to 600 seconds");
        }
        return skew;
    }

    private static List<Algorithm> algorithms(DrillRequest request) {
        List<Algorithm> algorithms = request.algorithms()
                .map(names -> StringMembers.bounded("/algorithms", names).stream()
                        .map(name -> AlgorithmNames.require("/algorithms", name))
                        .toList())
                .orElse(DEFAULT_ALGORITHMS);
        if (algorithms.isEmpty()) {
            throw new MalformedRequestException("/algorithms", "The list must name at least one algorithm");
        }
        if (algorithms.stream().anyMatch(each -> each.family() == Algorithm.Family.HMAC)) {
            throw new PolicyViolationException(
                    "/algorithms", "Drills test services that verify with public keys; an HMAC has none");
        }
        return algorithms;
    }

    private static Set<String> names(String pointer, Optional<List<String>> given) {
        List<String> names = StringMembers.bounded(pointer, given.orElse(List.of()));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (DrillCatalogue.get().drill(name).isEmpty()
                    && DrillGroup.parse(name).isEmpty()) {
                throw new MalformedRequestException(
                        pointer + "/" + i, "No drill and no group has this name. GET /drills lists them");
            }
        }
        return new LinkedHashSet<>(names);
    }
}
