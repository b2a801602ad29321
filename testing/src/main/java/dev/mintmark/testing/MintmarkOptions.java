package dev.mintmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.OAuthConfigException;
import dev.mintmark.oauth.config.OAuthConfigReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Options of an issuer. Mutable; each method returns this object. */
public final class MintmarkOptions {
    private Algorithm algorithm = Algorithm.RS256;
    private int port;
    private OAuthConfig config = OAuthConfig.builtIn();

    MintmarkOptions() {}

    /**
     * Signs by this {@code alg} unless a token asks for another one. RS256 by default.
     *
     * @throws IllegalArgumentException if the algorithm is unknown, or symmetric
     */
    public MintmarkOptions algorithm(String name) {
        algorithm = Algorithm.parse(name)
                .filter(it -> it.family() != Algorithm.Family.HMAC)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not an asymmetric signing algorithm: use for example RS256, ES256 or EdDSA"));
        return this;
    }

    /** Listens on this port of the loopback interface; on a free one by default. */
    public MintmarkOptions port(int number) {
        port = number;
        return this;
    }

    /**
     * Replaces the users alice, bob and carol, and the rule that any client is accepted.
     *
     * @param json {@code users}, {@code clients}, {@code scopes} and {@code issuers}, as in the service's file, with
     *     durations in seconds or as {@code PT5M}
     * @throws IllegalArgumentException naming the first member that is wrong
     */
    public MintmarkOptions usersAndClients(String json) {
        try {
            config = new OAuthConfigReader(MintmarkOptions::duration)
                    .read(JsonValues.parse(json.getBytes(StandardCharsets.UTF_8)));
            return this;
        } catch (IOException e) {
            throw new IllegalArgumentException("The users and clients are not JSON", e);
        } catch (OAuthConfigException e) {
            throw new IllegalArgumentException(e.detail(), e);
        }
    }

    private static Duration duration(String name, JsonNode value) {
        return value.isIntegralNumber() ? Duration.ofSeconds(value.asLong()) : Duration.parse(value.asText());
    }

    /**
     * Starts the issuer.
     *
     * @throws java.io.UncheckedIOException if the port is in use
     */
    public Mintmark start() {
        return new Mintmark(this);
    }

    /** Starts the issuer as a JUnit extension, which closes it when the last test has run. */
    public MintmarkExtension inProcess() {
        return new MintmarkExtension(this);
    }

    Algorithm algorithm() {
        return algorithm;
    }

    int port() {
        return port;
    }

    OAuthConfig config() {
        return config;
    }
}
