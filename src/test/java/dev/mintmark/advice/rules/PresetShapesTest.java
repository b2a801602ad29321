package dev.mintmark.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.draft.preset.Preset;
import dev.mintmark.draft.preset.Presets;
import dev.mintmark.draft.preset.Variant;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.kinds.Provider;
import dev.mintmark.service.Requests;
import dev.mintmark.service.TestOperations;
import dev.mintmark.service.read.SpecReader;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.mint.UnsignedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preset has the claims of a genuine token of its provider, with the same types, and is recognised as one. */
class PresetShapesTest {
    /** The time of the login, a date that a request cannot express relative to now, and members that vary by account. */
    private static final Set<String> LEFT_OUT = Set.of(
            "auth_time",
            "enterprise",
            "enterprise_id",
            "identities",
            "custom:department",
            "user_identities",
            "groups_direct",
            "deployment_id");

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(RuleCase.SECONDS), ZoneOffset.UTC);
    private static final KeyRings KEYS = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
    private static final SpecReader SPECS = new SpecReader(new Issuers(KEYS, TestOperations.DEFAULTS), CLOCK);

    @BeforeAll
    static void generateKeys() {
        KEYS.makeEphemeralKeys(Algorithm.RS256);
    }

    @ParameterizedTest
    @CsvSource({
        "keycloak, access, keycloak-access",
        "auth0, access, auth0-access",
        "entra-v1, user, entra-v1-user",
        "entra-v1, app, entra-v1-application",
        "entra-v2, user, entra-v2-user",
        "entra-v2, app, entra-v2-application",
        "cognito, access, cognito-access",
        "cognito, id, cognito-id",
        "okta, access, okta-access",
        "google, id, google-id",
        "firebase, id, firebase-id",
        "apple, id, apple-id",
        "github-actions, branch, github-actions-environment",
        "gitlab-ci, branch, gitlab-ci",
        "kubernetes, bound, kubernetes-requested"
    })
    void aPresetHasTheShapeThatItsProviderDocuments(String name, String variant, String genuine) {
        Preset preset = Presets.named(name).orElseThrow();
        CorpusToken token = CorpusToken.all()
                .filter(it -> it.name().equals(genuine))
                .findFirst()
                .orElseThrow();
        UnsignedToken made = compose(preset, preset.variant(variant).orElseThrow());
        Inference inference = Kinds.infer(made.header().json(), made.claims().json());
        assertThat(inference.provider().map(Provider::name)).isEqualTo(token.provider());
        assertThat(inference.kind().wireName()).isEqualTo(token.kind());
        Set<String> expected = names(token.claims());
        expected.removeAll(LEFT_OUT);
        if (name.equals("github-actions")) {
            // A run on a branch has no environment.
            expected.remove("environment");
        }
        Set<String> extra = names(made.claims().json());
        assertThat(extra).containsAll(expected);
        extra.removeAll(expected);
        // An optional claim of Entra ID, which tells an application's token.
        assertThat(extra).isSubsetOf("idtyp", "roles");
        expected.stream()
                .filter(claim -> !claim.equals("aud"))
                .forEach(claim -> assertThat(made.claims().json().get(claim).getNodeType())
                        .as(claim)
                        .isEqualTo(token.claims().get(claim).getNodeType()));
        assertThat(made.header().has("typ")).isEqualTo(token.header().has("typ"));
    }

    @Test
    void everyProviderPresetIsCompared() {
        Set<String> uses = Set.of("service-to-service", "multi-tenant", "email-link", "expired", "wrong-audience");
        assertThat(Presets.all().stream()
                        .filter(it -> !uses.contains(it.name()))
                        .mapToInt(it -> it.variants().size())
                        .sum())
                .isEqualTo(15);
    }

    @Test
    void everySlotHasItsPlaceAndItsExample() {
        assertThat(Presets.all())
                .allSatisfy(preset -> assertThat(preset.slots()).allSatisfy(slot -> {
                    assertThat(preset.variants())
                            .anySatisfy(variant -> assertThat(preset.spec(variant, Map.of())
                                            .at(slot.pointer())
                                            .isMissingNode())
                                    .as(slot.name())
                                    .isFalse());
                    assertThat(preset.variants().toString()).contains(slot.name());
                }));
        assertThat(Presets.all())
                .allSatisfy(preset -> preset.variants()
                        .forEach(variant -> assertThat(
                                        preset.spec(variant, Map.of()).toString())
                                .doesNotContainPattern("\\{[a-z_]+(\\|owner)?}")));
    }

    private static UnsignedToken compose(Preset preset, Variant variant) {
        ObjectNode spec = preset.spec(variant, Map.of());
        MintRequest request = Requests.mint("%s", spec);
        return TestOperations.at(CLOCK).minter().compose(SPECS.draft(request, Optional.empty()));
    }

    private static Set<String> names(JsonNode claims) {
        Set<String> names = new TreeSet<>();
        claims.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
