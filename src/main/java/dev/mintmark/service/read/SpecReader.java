package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.keys.KeyCabinet;
import dev.mintmark.service.request.MintOrder;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.mint.TokenDraft;
import dev.mintmark.tokens.mint.TokenSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an order for a token into a {@link TokenSpec}: who signs, what is claimed. */
public final class SpecReader {
    /** What a header would say of the key. */
    record Signer(String algorithmName, Optional<String> keyId) {}

    private final TokenDefaults defaults;
    private final Instants instants;
    private final SigningKeyReader signers;

    public SpecReader(TokenDefaults defaults, Clock clock) {
        this.defaults = defaults;
        this.instants = new Instants(clock);
        this.signers = new SigningKeyReader(defaults.algorithm());
    }

    /**
     * Reads an order.
     *
     * @param cabinet has the keys of the service, and is asked only when the order brings no key of its own
     * @throws MalformedRequestException if a member cannot be understood or contradicts another
     * @throws PolicyViolationException if a key is too weak, or the ring does not offer what is asked
     */
    public TokenSpec read(MintOrder order, KeyCabinet cabinet) {
        return read(order, signer(order, cabinet));
    }

    /**
     * The key that signs what is ordered, for many tokens of one order: as {@link #read(MintOrder, KeyCabinet)} finds it.
     */
    public SigningKey signer(MintOrder order, KeyCabinet cabinet) {
        return signers.read(order, cabinet);
    }

    /**
     * Reads an order whose signer is known.
     *
     * @throws MalformedRequestException if a member cannot be understood or contradicts another
     */
    public TokenSpec read(MintOrder order, SigningKey key) {
        TokenType type = order.type().map(SpecReader::type).orElse(TokenType.ACCESS);
        Map<String, @Nullable Object> claims = ClaimsReader.read(order, instants);
        Optional<Duration> lifetime = lifetime(order, claims);
        return new TokenSpec(
                type,
                issuer(order),
                key,
                order.algorithm().orElse(key.algorithmName()),
                lifetime,
                claims,
                headers(order));
    }

    /**
     * Reads an order that is to be advised on: what {@link #read} refuses by policy or by type is let through.
     *
     * @throws MalformedRequestException if a member cannot be understood or contradicts another
     */
    public TokenDraft draft(MintOrder order, KeyCabinet cabinet) {
        Signer signer = signers.describe(order, cabinet);
        TokenType type = order.type().map(SpecReader::advisedType).orElse(TokenType.ACCESS);
        Map<String, @Nullable Object> claims = ClaimsReader.readUnchecked(order, instants);
        return new TokenDraft(
                type,
                issuer(order),
                order.algorithm().orElse(signer.algorithmName()),
                signer.keyId(),
                lifetime(order, claims),
                claims,
                order.headers().map(StrictJson::map).orElse(Map.of()));
    }

    private Issuer issuer(MintOrder order) {
        return order.issuer().map(SpecReader::issuer).orElse(defaults.issuer());
    }

    private static TokenType type(String name) {
        return TokenType.parse(name)
                .orElseThrow(
                        () -> new MalformedRequestException("/type", "The type is access, id, refresh or generic"));
    }

    /** What is said of the access token holds for the grant in a refresh token. */
    private static TokenType advisedType(String name) {
        return TokenType.parse(name)
                .filter(type -> type != TokenType.REFRESH)
                .orElseThrow(() -> new MalformedRequestException("/type", "The type is access, id or generic"));
    }

    private static Issuer issuer(String value) {
        if (value.isBlank()) {
            throw new MalformedRequestException("/issuer", "The issuer must not be blank");
        }
        return new Issuer(value);
    }

    private Optional<Duration> lifetime(MintOrder order, Map<String, @Nullable Object> claims) {
        Optional<JsonNode> expiresIn = Texts.present(order.expiresIn());
        if (expiresIn.isEmpty()) {
            return Optional.empty();
        }
        Duration lifetime = Durations.parse("/expires_in", expiresIn.get());
        Instant issuedAt =
                claims.get("iat") instanceof Number iat ? Instant.ofEpochSecond(iat.longValue()) : instants.now();
        boolean same = claims.get("exp") instanceof Number exp
                && exp.longValue() == issuedAt.plus(lifetime).getEpochSecond();
        if (claims.containsKey("exp") && !same) {
            throw new MalformedRequestException(
                    "/expires_in", "The expiry is given twice, by expires_in and as exp or expires_at, differently");
        }
        return Optional.of(lifetime);
    }

    private static Map<String, @Nullable Object> headers(MintOrder order) {
        Map<String, @Nullable Object> headers =
                order.headers().map(StrictJson::map).orElse(Map.of());
        for (String name : new String[] {"typ", "kid", "cty"}) {
            if (headers.get(name) != null && !(headers.get(name) instanceof String)) {
                throw new MalformedRequestException("/headers/" + name, name + " must be a string (RFC 7515 4.1)");
            }
        }
        return headers;
    }
}
