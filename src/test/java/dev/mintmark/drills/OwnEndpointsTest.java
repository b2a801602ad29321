package dev.mintmark.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthFixture;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.Parameters;
import dev.mintmark.oauth.gateway.AccessRequirements;
import dev.mintmark.service.DrillResult;
import dev.mintmark.service.request.DrillRequest;
import dev.mintmark.service.request.RefreshRequest;
import dev.mintmark.tokens.refresh.RefreshRejectedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The endpoints of the service that receive tokens, against the drills that a resource server must refuse. */
class OwnEndpointsTest {
    private static final String AUDIENCE = "https://orders.example";
    private static final String SCOPE = "openid read:items";

    /** Endpoints of the issuer know no audience; a token without one, or for another service, is theirs to answer for. */
    private static final Set<String> ABOUT_AUDIENCE_AND_RIGHTS = Set.of(
            "aud-wrong",
            "aud-missing",
            "aud-variants",
            "scope-insufficient",
            "scope-substring",
            "dpop-bound-without-proof",
            "mtls-bound-without-cert");

    private final OAuthFixture fixture = new OAuthFixture();
    private final OAuthIssuer issuer = fixture.issuer("");
    private final Suite suite = make();

    private Suite make() {
        DrillRequest request = new DrillRequest(
                Optional.of(AUDIENCE),
                Optional.empty(),
                Optional.of(TextNode.valueOf(SCOPE)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty());
        DrillResult made = fixture.services.drills().make(request, Optional.of(OAuthFixture.BASE));
        assertThat(made.issuer()).isEqualTo(OAuthFixture.BASE);
        return made.suite();
    }

    /** The MUST drills with a token that passes. */
    private Set<String> accepted(Predicate<String> endpoint) {
        Set<String> accepted = new TreeSet<>();
        for (Suite.Entry entry : suite.entries()) {
            boolean isMust = entry.drill().strength() == Drill.Strength.MUST;
            if (isMust
                    && entry.expect() == Drill.Expect.REJECT
                    && endpoint.test(entry.token().token())) {
                accepted.add(entry.drill().id());
            }
        }
        return accepted;
    }

    private String control() {
        return suite.entries().get(0).token().token();
    }

    @Test
    void forwardAuthenticationRefusesEveryMustDrill() {
        assertThat(passes(control())).isTrue();
        assertThat(accepted(this::passes)).isEmpty();
    }

    private boolean passes(String token) {
        Parameters query = Parameters.parse("audience=" + AUDIENCE + "&scope=openid+read:items");
        try {
            return !fixture.oauth
                    .forwardAuth()
                    .check(issuer, token, AccessRequirements.parse(query))
                    .headers()
                    .isEmpty();
        } catch (OAuthException e) {
            return false;
        }
    }

    @Test
    void introspectionCallsNoMustDrillActive() {
        assertThat(isActive(control())).isTrue();
        assertThat(accepted(this::isActive)).isSubsetOf(ABOUT_AUDIENCE_AND_RIGHTS);
    }

    private boolean isActive(String token) {
        return fixture.oauth
                .introspection()
                .handle(issuer, OAuthFixture.form("token", token), Optional.empty(), true)
                .path("active")
                .asBoolean();
    }

    @Test
    void userinfoRefusesEveryMustDrill() {
        assertThat(hasUserInfo(control())).isTrue();
        assertThat(accepted(this::hasUserInfo)).isSubsetOf(ABOUT_AUDIENCE_AND_RIGHTS);
    }

    private boolean hasUserInfo(String token) {
        try {
            return fixture.oauth.userInfo().of(issuer, token).claims().has("sub");
        } catch (OAuthException e) {
            return false;
        }
    }

    @Test
    void refreshRedeemsNoDrill() {
        assertThat(accepted(this::isRedeemed)).isEmpty();
        assertThat(List.of(control())).noneMatch(this::isRedeemed);
    }

    private boolean isRedeemed(String token) {
        try {
            return fixture.services
                    .tokens()
                    .refresh(RefreshRequest.of(token))
                    .refresh()
                    .isPresent();
        } catch (RefreshRejectedException e) {
            return false;
        }
    }
}
