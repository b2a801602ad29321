package dev.mintmark.http.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.problem.NotFoundProblemException;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.NativeCrypto;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.RingKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /keys} lists the keys; {@code GET /keys/{kid}} returns one public key as JWK or PEM. */
@Path("/keys")
public class KeysResource {
    private static final String PEM = "application/x-pem-file";

    private final Issuers issuers;

    KeysResource(Issuers issuers) {
        this.issuers = issuers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public KeyList list() {
        return KeyList.of(
                issuers.root().issuer().value(), issuers.root().keyRings().requireComplete());
    }

    @GET
    @Path("/{kid}")
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode jwk(@PathParam("kid") String keyId) {
        return publicKey(keyId).publicJson();
    }

    @GET
    @Path("/{kid}")
    @Produces(PEM)
    public String pem(@PathParam("kid") String keyId) {
        return Pem.publicText(publicKey(keyId));
    }

    private Jwk publicKey(String keyId) {
        return issuers.root()
                .keyRings()
                .requireComplete()
                .find(keyId)
                .map(RingKey::jwk)
                .filter(jwk -> !jwk.isSecret())
                .orElseThrow(() -> new NotFoundProblemException(
                        "No public key has this key id. GET /keys lists the keys; secrets are not published."));
    }

    /** The metadata of one key. */
    record KeyEntry(
            String keyId,
            String algorithm,
            String state,
            String origin,
            @Nullable String file) {
        static KeyEntry of(RingKey key) {
            return new KeyEntry(
                    key.keyId(),
                    key.jwk().algorithmName().orElse(key.algorithm().joseName()),
                    key.state().name().toLowerCase(Locale.ROOT),
                    key.origin().name().toLowerCase(Locale.ROOT),
                    key.file().orElse(null));
        }
    }

    /** The response; {@code crypto} names the crypto provider, {@code native} or {@code jdk}. */
    record KeyList(String issuer, List<KeyEntry> keys, boolean ephemeral, String crypto, int generation) {
        static KeyList of(String issuer, KeyRing ring) {
            return new KeyList(
                    issuer,
                    ring.keys().stream().map(KeyEntry::of).toList(),
                    ring.isEphemeral(),
                    NativeCrypto.isInstalled() ? "native" : "jdk",
                    ring.generation());
        }
    }
}
