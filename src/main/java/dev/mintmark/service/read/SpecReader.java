package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDraft;
import dev.mintmark.tokens.mint.TokenSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a mint request into a {@link TokenSpec}: signing key, claims and header. */
public final class SpecReader {
    /** The {@code alg} and {@code kid} of a header. */
    record Signer(String algorithmName, Optional<String> keyId) {}

    /**
     * A mint request as read.
     *
     * @param own the caller's own key in the request
     * @param isFamily whether the request starts a family of refresh tokens
     */
    public record Reading(TokenSpec spec, Optional<CallerKey> own, boolean isFamily) {}

    /** A key, and the caller's own key if it is that one. */
    private record KeyChoice(Optional<CallerKey> own, SigningKey key) {}

    /** What a token contains. */
    private record Content(TokenType type, Optional<Duration> lifetime, JsonMembers claims, JsonMembers headers) {
        static final Content NONE =
                new Content(TokenType.ACCESS, Optional.empty(), JsonMembers.EMPTY, JsonMembers.EMPTY);
    }

    private final Issuers issuers;
    private final Instants instants;

    public SpecReader(Issuers issuers, Clock clock) {
        this.issuers = issuers;
        this.instants = new Instants(clock);
    }

    /**
     * Reads a mint request.
     *
     * @throws MalformedRequestException if a member is malformed or contradicts another
     * @throws PolicyViolationException if a key is too weak, or the ring has no such key
     */
    public Reading read(MintRequest request) {
        RequestErrors errors = new RequestErrors();
        boolean isFamily = errors.read(false, () -> RefreshReader.isWanted(request));
        errors.check(() -> request.algorithm().ifPresent(name -> AlgorithmNames.require("/algorithm", name)));
        Optional<KeyChoice> choice = errors.read(Optional.empty(), () -> Optional.of(choose(request)));
        Content content = errors.read(Content.NONE, () -> content(request));
        errors.report();
        return new Reading(
                spec(request, choice.orElseThrow().key(), content),
                choice.orElseThrow().own(),
                isFamily);
    }

    private KeyChoice choose(MintRequest request) {
        Optional<CallerKey> own = CallerKey.read(request);
        return new KeyChoice(own, signer(request, own));
    }

    /** Returns the signing key of a request, as {@link #read(MintRequest)} chooses it. */
    public SigningKey signer(MintRequest request, Optional<CallerKey> own) {
        return SigningKeyReader.read(request, own, context(request));
    }

    /**
     * Reads a mint request with a known signing key.
     *
     * @throws MalformedRequestException if a member is malformed or contradicts another
     */
    public TokenSpec read(MintRequest request, SigningKey key) {
        return spec(request, key, content(request));
    }

    private TokenSpec spec(MintRequest request, SigningKey key, Content content) {
        return TokenSpec.of(
                content.type(),
                context(request).issuer(),
                key,
                request.algorithm().orElse(key.algorithmName()),
                content.lifetime(),
                content.claims(),
                content.headers());
    }

    private Content content(MintRequest request) {
        RequestErrors errors = new RequestErrors();
        TokenType type = errors.read(
                TokenType.ACCESS, () -> request.type().map(SpecReader::type).orElse(TokenType.ACCESS));
        errors.check(() -> request.issuer().ifPresent(SpecReader::issuer));
        JsonMembers claims = errors.read(JsonMembers.EMPTY, () -> ClaimsReader.read(request, instants));
        Optional<Duration> lifetime = errors.read(Optional.empty(), () -> lifetime(request, claims));
        JsonMembers headers = errors.read(JsonMembers.EMPTY, () -> headers(request));
        errors.report();
        return new Content(type, lifetime, claims, headers);
    }

    /**
     * Reads a mint request for advice, without the checks of policy and claim types in {@link #read}.
     *
     * @throws MalformedRequestException if a member is malformed or contradicts another
     */
    public TokenDraft draft(MintRequest request, Optional<CallerKey> own) {
        RequestErrors errors = new RequestErrors();
        Optional<Signer> signer = errors.read(
                Optional.empty(), () -> Optional.of(SigningKeyReader.describe(request, own, context(request))));
        TokenType type = errors.read(
                TokenType.ACCESS,
                () -> request.type().map(SpecReader::advisedType).orElse(TokenType.ACCESS));
        JsonMembers claims = errors.read(JsonMembers.EMPTY, () -> ClaimsReader.readUnchecked(request, instants));
        Optional<Duration> lifetime = errors.read(Optional.empty(), () -> lifetime(request, claims));
        errors.report();
        return new TokenDraft(
                type,
                context(request).issuer(),
                request.algorithm().orElse(signer.orElseThrow().algorithmName()),
                signer.orElseThrow().keyId(),
                lifetime,
                claims,
                request.headers().map(JsonMembers::of).orElse(JsonMembers.EMPTY));
    }

    private IssuerContext context(MintRequest request) {
        return request.issuer().map(SpecReader::issuer).map(issuers::of).orElseGet(issuers::root);
    }

    private static TokenType type(String name) {
        return TokenType.parse(name)
                .orElseThrow(() ->
                        new MalformedRequestException("/type", "The type must be access, id, refresh or generic"));
    }

    /** Advice on a refresh token is that on the access tokens of its grant. */
    private static TokenType advisedType(String name) {
        TokenType type = type(name);
        return type == TokenType.REFRESH ? TokenType.ACCESS : type;
    }

    private static Issuer issuer(String value) {
        if (value.isBlank()) {
            throw new MalformedRequestException("/issuer", "The issuer must not be blank");
        }
        return new Issuer(value);
    }

    private Optional<Duration> lifetime(MintRequest request, JsonMembers claims) {
        Optional<JsonNode> expiresIn = StringMembers.present(request.expiresIn());
        if (expiresIn.isEmpty()) {
            return Optional.empty();
        }
        Duration lifetime = Durations.parse("/expires_in", expiresIn.get());
        OptionalLong iat = claims.number("iat");
        Instant issuedAt = iat.isPresent() ? Instant.ofEpochSecond(iat.getAsLong()) : instants.now();
        OptionalLong exp = claims.number("exp");
        boolean same =
                exp.isPresent() && exp.getAsLong() == issuedAt.plus(lifetime).getEpochSecond();
        if (claims.has("exp") && !same) {
            throw new MalformedRequestException("/expires_in", "expires_in contradicts exp or expires_at");
        }
        return Optional.of(lifetime);
    }

    private static JsonMembers headers(MintRequest request) {
        JsonMembers headers = request.headers().map(JsonMembers::of).orElse(JsonMembers.EMPTY);
        RequestErrors errors = new RequestErrors();
        for (String name : new String[] {"typ", "kid", "cty"}) {
            errors.check(() -> requireText(headers, name));
        }
        errors.report();
        return headers;
    }

    private static void requireText(JsonMembers headers, String name) {
        if (headers.has(name) && !headers.isNull(name) && headers.text(name).isEmpty()) {
            throw new MalformedRequestException("/headers/" + name, name + " must be a string (RFC 7515 4.1)");
        }
    }
}
