package dev.mintmark.oauth.metadata;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.grant.IssuerKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Composes the metadata of an issuer. */
public final class ProviderMetadata {
    private static final List<String> CLIENT_AUTHENTICATION =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt");
    private static final List<String> PROTOCOL_CLAIMS =
            List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "acr", "nonce", "azp", "at_hash", "sid");

    private final Issuers issuers;
    private final Supplier<OAuthConfig> configs;
    private final List<String> grantTypes;

    /** @param grantTypes the values of {@code grant_type} that the token endpoint serves */
    public ProviderMetadata(Issuers issuers, Supplier<OAuthConfig> configs, List<String> grantTypes) {
        this.issuers = issuers;
        this.configs = configs;
        this.grantTypes = List.copyOf(grantTypes);
    }

    /**
     * The members of the document; empty if the ring has no asymmetric key, so that no client could verify a token.
     *
     * @throws dev.mintmark.keys.KeysUnavailableException while the keys are being made
     */
    public Optional<Map<String, Object>> of(OAuthIssuer issuer) {
        KeyRing ring = issuers.of(issuer.issuer()).keyRings().requireComplete();
        List<String> algorithms =
                IssuerKeys.algorithms(ring).stream().map(Algorithm::joseName).toList();
        if (algorithms.isEmpty()) {
            return Optional.empty();
        }
        OAuthConfig config = configs.get();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer.issuer().value());
        document.put("authorization_endpoint", issuer.browserUrl("authorize"));
        document.put("token_endpoint", issuer.backendUrl("token"));
        document.put("jwks_uri", issuer.jwksUrl());
        document.put("userinfo_endpoint", issuer.backendUrl("userinfo"));
        document.put("end_session_endpoint", issuer.browserUrl("logout"));
        document.put("introspection_endpoint", issuer.backendUrl("introspect"));
        document.put("revocation_endpoint", issuer.backendUrl("revoke"));
        document.put("registration_endpoint", issuer.browserUrl("register"));
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        document.put("grant_types_supported", grantTypes);
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", algorithms);
        putClientAuthentication(document);
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        document.put("scopes_supported", scopes(config));
        document.put("claims_supported", claims(config));
        document.put("claims_parameter_supported", true);
        document.put("request_parameter_supported", false);
        document.put("request_uri_parameter_supported", false);
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("ui_locales_supported", List.of("en"));
        return Optional.of(document);
    }

    private static void putClientAuthentication(Map<String, Object> document) {
        List<String> withNone = new ArrayList<>(CLIENT_AUTHENTICATION);
        withNone.add("none");
        List<String> algorithms = List.of(Algorithm.values()).stream()
                .filter(algorithm -> algorithm.family() != Algorithm.Family.HMAC)
                .map(Algorithm::joseName)
                .toList();
        Map<String, List<String>> methods = new LinkedHashMap<>();
        methods.put("token", withNone);
        methods.put("introspection", CLIENT_AUTHENTICATION);
        methods.put("revocation", withNone);
        methods.forEach((endpoint, supported) -> {
            document.put(endpoint + "_endpoint_auth_methods_supported", supported);
            document.put(endpoint + "_endpoint_auth_signing_alg_values_supported", algorithms);
        });
    }

    /** A scope of a pattern such as {@code orders:*} is not a scope by itself. */
    private static List<String> scopes(OAuthConfig config) {
        return config.scopes().keySet().stream()
                .filter(scope -> !scope.endsWith("*"))
                .toList();
    }

    private static Set<String> claims(OAuthConfig config) {
        Set<String> claims = new LinkedHashSet<>(PROTOCOL_CLAIMS);
        claims.addAll(config.claimsOf(config.scopes().keySet()));
        return claims;
    }
}
