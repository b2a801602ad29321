package dev.mintmark.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.desk.MalformedRequestException;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.FreshKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code POST /keys/generate} makes key material for the caller and forgets it. */
@Path("/keys/generate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GenerateResource {

    @POST
    @Guarded
    @NoStore
    public GeneratedKey generate(@NotNull(message = Bodies.BODY_MISSING) @Valid GenerateRequest request) {
        Algorithm algorithm = Algorithm.parse(request.algorithm())
                .orElseThrow(() -> new MalformedRequestException(
                        "/algorithm", "The algorithm is none of those in openapi.yaml; names are case sensitive"));
        return GeneratedKey.of(FreshKey.of(algorithm).withAlgorithm(request.algorithm()));
    }

    /** The answer: a pair as JWK and PEM, or a secret as JWK and base64url. */
    record GeneratedKey(
            String algorithm,
            @Nullable String keyId,
            ObjectNode privateJwk,
            @Nullable ObjectNode publicJwk,
            @Nullable String privatePem,
            @Nullable String publicPem,
            @Nullable String secret) {

        static GeneratedKey of(Jwk jwk) {
            String algorithm = jwk.algorithmName().orElseThrow();
            String keyId = jwk.keyId().orElse(null);
            ObjectNode privateJwk = jwk.insecurePrivateJson();
            if (jwk.isSecret()) {
                String secret = privateJwk.path("k").asText();
                return new GeneratedKey(algorithm, keyId, privateJwk, null, null, null, secret);
            }
            return new GeneratedKey(
                    algorithm,
                    keyId,
                    privateJwk,
                    jwk.publicJson(),
                    Pem.insecurePrivateText(jwk),
                    Pem.publicText(jwk),
                    null);
        }

        @Override
        public String toString() {
            return "GeneratedKey[redacted]";
        }
    }
}
