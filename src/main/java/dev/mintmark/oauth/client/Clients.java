package dev.mintmark.oauth.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.Sha256;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.oauth.SealedValues;
import dev.mintmark.oauth.SealedValues.Kind;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.Client.Refresh;
import dev.mintmark.oauth.config.OAuthConfig;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds clients: those of the file, those that have registered themselves, and unknown ones where they are accepted. The id
 * of a registered client is its sealed metadata, so that every replica knows it.
 */
public final class Clients {
    static final int MAX_ID = 1024;
    private static final String SEALED = "v1.";

    private final SealedValues sealed;
    private final boolean isGuarded;

    /** @param isGuarded whether unknown clients are refused */
    public Clients(SealedValues sealed, boolean isGuarded) {
        this.sealed = sealed;
        this.isGuarded = isGuarded;
    }

    /** The client of this id; empty if it is not accepted, or its registration cannot be opened at this issuer. */
    public Optional<Client> find(OAuthConfig config, IssuerName issuer, String id) {
        if (id.length() > MAX_ID) {
            return Optional.empty();
        }
        if (id.startsWith(SEALED) && !config.clients().containsKey(id)) {
            return sealed.open(Kind.CLIENT, issuer, id).map(json -> registered(id, ClientMetadata.ofJson(json)));
        }
        return config.client(issuer, id).filter(client -> client.isKnown() || !isGuarded);
    }

    /** The id of a client with this metadata. */
    String seal(IssuerName issuer, ClientMetadata metadata) {
        return sealed.seal(Kind.CLIENT, issuer, metadata.toJson());
    }

    /** The secret that belongs to an id. */
    String secretOf(String id) {
        return sealed.secretOf(Kind.CLIENT, id)
                .orElseThrow(() -> new IllegalStateException("The key has sealed this id just now"));
    }

    private Client registered(String id, ClientMetadata metadata) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        Set<String> grants = Set.copyOf(metadata.grants());
        return new Client(
                id,
                true,
                metadata.hasSecret() ? sealed.secretOf(Kind.CLIENT, id).map(Clients::sha256) : Optional.empty(),
                metadata.jwks().map(JwkSet::read),
                metadata.redirectUris(),
                metadata.postLogoutRedirectUris(),
                List.of(),
                metadata.scope().map(text -> List.of(text.split(" "))).orElse(List.of()),
                grants,
                false,
                grants.contains("refresh_token") ? Refresh.ALWAYS : Refresh.NEVER,
                Optional.empty(),
                Map.of(),
                none,
                none,
                none,
                Optional.of(new Client.Registration(metadata.method(), metadata.name())),
                Optional.empty());
    }

    private static String sha256(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
