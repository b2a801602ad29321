package dev.mintmark.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.json.StrictJson;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Mints with every algorithm at one service and verifies at another: by its verify operation, and by an independent library
 * with its JWKS, cached for its max-age. Fails at the first token that is not minted or not valid.
 */
final class RotationClient implements Callable<RotationClient> {
    /** The {@code max-age} of the JWKS. */
    static final Duration CACHED = Duration.ofSeconds(1);

    /** How long a key is published before it signs. */
    static final Duration ANNOUNCED = Duration.ofMillis(2500);

    /** The lifetime of tokens. */
    static final Duration LIFE = Duration.ofSeconds(2);

    private final Replica issuer;
    private final Replica verifier;
    private final BooleanSupplier goesOn;
    private Cached jwks;
    private Cached before;

    /** The ids of all keys that signed. */
    final TreeSet<String> keyIds = new TreeSet<>();

    int minted;
    int verified;
    int fetched;

    /** A JWKS and the time of its request. */
    private record Cached(JWKSet keys, long nanos) {}

    /** A token that must stay valid for a while. */
    private record Live(String token, long mintedAt) {
        boolean isOver() {
            return System.nanoTime() - mintedAt > LIFE.toNanos();
        }
    }

    RotationClient(Replica issuer, Replica verifier, BooleanSupplier goesOn) throws Exception {
        this.issuer = issuer;
        this.verifier = verifier;
        this.goesOn = goesOn;
        this.jwks = fetch();
        this.before = jwks;
    }

    @Override
    public RotationClient call() throws Exception {
        List<Live> tokens = new ArrayList<>();
        while (goesOn.getAsBoolean()) {
            for (Algorithm algorithm : Algorithm.values()) {
                tokens.add(mint(algorithm));
            }
            tokens.removeIf(Live::isOver);
            // The newest tokens are already valid, the oldest still are.
            for (Live token : List.copyOf(tokens.subList(Math.max(0, tokens.size() - 13), tokens.size()))) {
                verify(token);
            }
            for (Live token : List.copyOf(tokens.subList(0, Math.min(13, tokens.size())))) {
                verify(token);
            }
        }
        return this;
    }

    private Live mint(Algorithm algorithm) throws Exception {
        refetch();
        long now = System.nanoTime();
        HttpResponse<String> response = issuer.send(
                "/tokens",
                "{\"algorithm\": \"%s\", \"expires_in\": %d, \"advise\": false}"
                        .formatted(algorithm.joseName(), LIFE.toSeconds()));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        String token =
                StrictJson.object(response.body().getBytes(UTF_8)).path("token").textValue();
        String keyId = JWSObject.parse(token).getHeader().getKeyID();
        minted++;
        keyIds.add(keyId);
        // A JWKS older than the announcement time may lack the key if this client was suspended.
        if (algorithm.family() != Algorithm.Family.HMAC && now - before.nanos() < ANNOUNCED.toNanos()) {
            assertThat(before.keys().getKeyByKeyId(keyId))
                    .as("the key of an %s token in a JWKS of at least a poll earlier", algorithm)
                    .isNotNull();
        }
        return new Live(token, now);
    }

    private void verify(Live token) throws Exception {
        refetch();
        JWSObject jws = JWSObject.parse(token.token());
        HttpResponse<String> verdict = verifier.send("/tokens/verify", "{\"token\": \"" + token.token() + "\"}");
        boolean good = jws.getHeader().getAlgorithm().getName().startsWith("HS") || verifies(jws);
        // A verdict after the expiry of the token says nothing about the keys.
        if (!token.isOver()) {
            assertThat(verdict.body()).startsWith("{\"valid\":true");
            assertThat(good).as("verified by the JWKS: " + jws.getHeader()).isTrue();
            verified++;
        }
    }

    private boolean verifies(JWSObject jws) throws Exception {
        Optional<JWK> key =
                Optional.ofNullable(jwks.keys().getKeyByKeyId(jws.getHeader().getKeyID()));
        if (key.isEmpty()) {
            return false;
        }
        JWSVerifier by = switch (key.get().getKeyType().getValue()) {
            case "RSA" -> new RSASSAVerifier(key.get().toRSAKey());
            case "EC" -> new ECDSAVerifier(key.get().toECKey());
            default -> new Ed25519Verifier(key.get().toOctetKeyPair());
        };
        return jws.verify(by);
    }

    private void refetch() throws Exception {
        if (System.nanoTime() - jwks.nanos() > CACHED.toNanos()) {
            before = jwks;
            jwks = fetch();
        }
    }

    private Cached fetch() throws Exception {
        long now = System.nanoTime();
        HttpResponse<String> response = verifier.fetch("/keys/jwks");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("public, max-age=" + CACHED.toSeconds());
        fetched++;
        return new Cached(JWKSet.parse(response.body()), now);
    }
}
