package dev.mintmark.http.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.drills.Faults;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.ticket.LoginEffects;
import dev.mintmark.service.read.Durations;
import dev.mintmark.service.read.MalformedRequestException;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads requests for tickets. */
final class TicketReader {
    private static final int MAX_SUBJECT = 255;

    /** A clock that is further off would make dates that no token may have. */
    private static final Duration MAX_CLOCK = Duration.ofDays(366);

    private final boolean hasFaults;
    private final Set<String> protocol;

    /**
     * Reads what the service can commit.
     *
     * @param hasFaults whether faults are on
     * @param protocol names of claims that come from the protocol alone
     */
    TicketReader(boolean hasFaults, Set<String> protocol) {
        this.hasFaults = hasFaults;
        this.protocol = protocol;
    }

    /**
     * The subject: that of the claims, or of the user.
     *
     * @throws MalformedRequestException if there is none
     */
    String subject(TicketRequest request, OAuthConfig config, IssuerName issuer) {
        JsonNode sub = claims(request).path("sub");
        if (!sub.isMissingNode() && (!sub.isTextual() || sub.textValue().length() > MAX_SUBJECT)) {
            throw new MalformedRequestException("/claims/sub", "sub must be a string of at most 255 characters");
        }
        if (sub.isTextual()) {
            return sub.textValue();
        }
        String user = request.user()
                .orElseThrow(() -> new MalformedRequestException("", "A ticket has user, or claims with sub, or both"));
        return config.findByHint(issuer, user).map(User::subject).orElse(user);
    }

    /**
     * The claims over those of the user: those of a named user whose subject differs, then those of the request.
     *
     * @throws MalformedRequestException for a claim of the protocol
     */
    ObjectNode claims(TicketRequest request, OAuthConfig config, IssuerName issuer) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        boolean isRenamed = claims(request).has("sub");
        request.user()
                .filter(name -> isRenamed)
                .flatMap(name -> config.findByHint(issuer, name))
                .ifPresent(user -> claims.setAll(user.claims()));
        claims.setAll(claims(request));
        claims.remove("sub");
        Optional<String> reserved = claims(request).properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("sub") && protocol.contains(name))
                .findFirst();
        if (reserved.isPresent()) {
            throw new MalformedRequestException(
                    "/claims/" + reserved.get(),
                    "The claim comes from the protocol alone; see lifetimes, clock and fault");
        }
        return claims;
    }

    private static ObjectNode claims(TicketRequest request) {
        return request.claims().orElseGet(JsonNodeFactory.instance::objectNode);
    }

    LoginEffects effects(TicketRequest request) {
        return new LoginEffects(
                request.fault().map(this::fault),
                request.lifetimes().map(TicketReader::lifetimes).orElse(Map.of()),
                request.clock().map(TicketReader::clock).orElse(Duration.ZERO));
    }

    private Faults fault(String name) {
        if (!hasFaults) {
            throw new MalformedRequestException("/fault", "Faults are off; mintmark.drills.enabled turns them on");
        }
        return Faults.parse(name)
                .orElseThrow(() -> new MalformedRequestException(
                        "/fault", "Unknown fault. Known are " + String.join(", ", Faults.names())));
    }

    private static Map<TokenType, Duration> lifetimes(TicketRequest.Lifetimes lifetimes) {
        Map<TokenType, Duration> all = new EnumMap<>(TokenType.class);
        put(all, TokenType.ACCESS, lifetimes.access());
        put(all, TokenType.ID, lifetimes.id());
        put(all, TokenType.REFRESH, lifetimes.refresh());
        return all;
    }

    private static void put(Map<TokenType, Duration> all, TokenType type, Optional<JsonNode> value) {
        String pointer = "/lifetimes/" + type.wireName();
        // Jackson binds an absent member as the JSON null.
        value.filter(json -> !json.isNull())
                .map(json -> Durations.parse(pointer, text(json)))
                .ifPresent(lifetime -> {
                    if (lifetime.isZero()) {
                        throw new MalformedRequestException(pointer, "A lifetime is longer than zero");
                    }
                    all.put(type, lifetime);
                });
    }

    private static String text(JsonNode json) {
        return json.isIntegralNumber() ? json.asText() + "s" : json.asText();
    }

    private static Duration clock(String text) {
        Duration offset = Durations.parse("/clock", text.replaceFirst("^[+-]", ""));
        if (offset.compareTo(MAX_CLOCK) > 0) {
            throw new MalformedRequestException("/clock", "The clock is at most 366 days off");
        }
        return text.startsWith("-") ? offset.negated() : offset;
    }
}
