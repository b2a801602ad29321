package dev.mintmark.oauth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.oauth.IssuerName;
import dev.mintmark.tokens.TokenType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of users, clients, scopes and issuers, read strictly. */
class OAuthConfigReaderTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static OAuthConfig read(String yaml) {
        return new OAuthConfigReader((name, value) -> duration(value)).read(tree(yaml));
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration duration(JsonNode value) {
        try {
            return Duration.parse(value.asText());
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("is not a duration");
        }
    }

    @Test
    void aFullFileIsRead() {
        OAuthConfig config = read(
                """
                users:
                  alice: {password_sha256: %s, claims: {email: alice@example.com, groups: [admin]}}
                  bob: {claims: {sub: "7", email: bob@example.com}}
                clients:
                  web: {secret_sha256: %s, redirect_uris: [http://localhost:3000/cb], audience: https://orders.example,
                    scopes: [openid, "orders:*"], grants: [authorization_code], pkce: required, refresh: offline_access,
                    auto_login: alice, lifetimes: {access: PT5M}, claims: {access: {roles: [batch]}}}
                  batch: {jwks: {keys: [%s]}}
                scopes:
                  email: {claims: [email], id_token: true}
                  orders:read: {audience: https://orders.example, claims: {access: {tier: "${user.plan}"}}}
                issuers:
                  acme: {iss: "https://tenant.example/", users: [alice], clock: -PT1H, unknown_clients: refuse}
                  "*": {unknown_clients: accept}
                """.formatted(SHA256, SHA256, GeneratedKey.of(Algorithm.ES256).publicJson()));
        IssuerName acme = IssuerName.parse("acme").orElseThrow();
        Client web = config.client(acme, "web").orElseThrow();
        assertThat(web.hasSecret("test")).isTrue();
        assertThat(web.hasSecret("tes")).isFalse();
        assertThat(web.mayHave("orders:read")).isTrue();
        assertThat(web.mayHave("admin")).isFalse();
        assertThat(web.requiresPkce()).isTrue();
        assertThat(web.lifetimes()).containsEntry(TokenType.ACCESS, Duration.ofMinutes(5));
        assertThat(config.client(acme, "batch").orElseThrow().jwks()).isPresent();
        assertThat(config.client(acme, "unknown")).isEmpty();
        assertThat(config.client(IssuerName.ROOT, "unknown")).isPresent();
        assertThat(config.users(acme)).extracting(User::name).containsExactly("alice");
        assertThat(config.findByHint(IssuerName.ROOT, "bob@example.com")
                        .orElseThrow()
                        .subject())
                .isEqualTo("7");
        assertThat(config.bySubject("7").name()).isEqualTo("bob");
        assertThat(config.rule(acme).clock()).isEqualTo(Duration.ofHours(-1));
        assertThat(config.idTokenClaimsOf(List.of("email"))).containsExactly("email");
        assertThat(config.claimsOf(List.of("phone"))).contains("phone_number");
        assertThat(config.users().get("alice").hasPassword("test")).isTrue();
        assertThat(config.users().get("alice").hasPassword("")).isFalse();
    }

    @Test
    void rulesAreBounded() {
        String rule = "{when: {scope: a}}";
        assertThat(read("issuers: {a: {requests: [" + (rule + ", ").repeat(99) + rule + "]}}")
                        .rule(IssuerName.parse("a").orElseThrow())
                        .requests())
                .hasSize(100);
        assertThatThrownBy(() -> read("issuers: {a: {requests: [" + (rule + ", ").repeat(100) + rule + "]}}"))
                .hasMessageStartingWith("/issuers/a/requests: Has more than 100 rules");
    }

    @Test
    void aMegabyteOfTextIsRefusedBeforeItIsCompiled() {
        assertThatThrownBy(() ->
                        read("issuers: {a: {requests: [{when: {x: {matches: '" + "(a".repeat(500_000) + "'}}}]}}"))
                .hasMessageStartingWith(
                        "/issuers/a/requests/0/when/x/matches: The regular expression has more than 256 characters");
    }

    @Test
    void withoutUsersThoseOfTheServiceStay() {
        assertThat(read("clients: {web: {}}").users()).containsOnlyKeys("alice", "bob", "carol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user: {}                                              | /user: Unknown member
            users: []                                             | /users: Must be an object
            users: {a: {pasword: x}}                              | /users/a/pasword: Unknown member
            users: {a: {password_sha256: 5e88}}                   | /users/a/password_sha256: Must be
            users: {a: {claims: {iss: x}}}                        | /users/a/claims/iss: The claim comes from the protocol
            users: {a: {claims: {sub: 7}}}                        | /users/a/claims/sub: Must be a string
            clients: {a: {secret: x}}                             | /clients/a/secret: Unknown member
            clients: {a: {redirect_uris: [/cb]}}                  | /clients/a/redirect_uris: Must be absolute
            clients: {a: {redirect_uris: {}}}                     | /clients/a/redirect_uris: Must be a list
            clients: {a: {pkce: yes please}}                      | /clients/a/pkce: Must be one of optional, required
            clients: {a: {refresh: true}}                         | /clients/a/refresh: Must be a string
            clients: {a: {auto_login: mallory}}                   | /clients/a/auto_login: Is not one of the users
            clients: {a: {lifetimes: {access: soon}}}             | /clients/a/lifetimes/access: Must be a duration
            clients: {a: {lifetimes: {access: -PT1M}}}            | /clients/a/lifetimes/access: Must be longer
            clients: {a: {jwks: {keys: [{kty: oct, k: c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0}]}}} | /clients/a/jwks: Must have public keys
            clients: {a/b: {claims: {access: {aud: x}}}}          | /clients/a~1b/claims/access/aud: The claim
            scopes: {a: {id_token: 1}}                            | /scopes/a/id_token: Must be true or false
            issuers: {a/token: {}}                                | /issuers: Has a name
            issuers: {a: {users: [mallory]}}                      | /issuers/a/users: Has a name
            issuers: {a: {unknown_clients: maybe}}                | /issuers/a/unknown_clients: Must be one of
            issuers: {a: {requests: {}}}                          | /issuers/a/requests: Must be a list of objects
            issuers: {a: {requests: [{}, 7]}}                     | /issuers/a/requests/1: Must be an object
            issuers: {a: {requests: [{if: {}}]}}                  | /issuers/a/requests/0/if: Unknown member
            issuers: {a: {requests: [{when: {scope: 7}}]}}        | /issuers/a/requests/0/when/scope: Must be a list of strings
            issuers: {a: {requests: [{when: {x: {match: a}}}]}}   | /issuers/a/requests/0/when/x/match: Unknown member
            issuers: {a: {requests: [{when: {x: {}}}]}}           | /issuers/a/requests/0/when/x: Must be a string
            issuers: {a: {requests: [{when: {x: {matches: "(a"}}}]}} | /issuers/a/requests/0/when/x/matches: The regular expression has a ( without a )
            issuers: {a: {requests: [{when: {x: {matches: "(?=a)"}}}]}} | /issuers/a/requests/0/when/x/matches: The regular expression has a group
            issuers: {a: {requests: [{when: {x: {matches: "((a{90}){90}){90}"}}}]}} | /issuers/a/requests/0/when/x/matches: The regular expression is too large
            issuers: {a: {requests: [{when: {password: x}}]}}     | /issuers/a/requests/0/when/password: No rule reads a secret
            issuers: {a: {requests: [{when: {a: x, b: x, c: x, d: x, e: x, f: x, g: x, h: x, i: x}}]}} | /issuers/a/requests/0/when: Has more than 8
            issuers: {a: {requests: [{claims: {iss: x}}]}}        | /issuers/a/requests/0/claims/iss: The claim comes from the protocol
            issuers: {a: {requests: [{claims: {sub: x}}]}}        | /issuers/a/requests/0/claims/sub: Is the member subject
            issuers: {a: {requests: [{claims: {a: ["${request.code}"]}}]}} | /issuers/a/requests/0/claims: No claim holds a secret
            issuers: {a: {requests: [{subject: "${request.password}"}]}} | /issuers/a/requests/0/subject: No claim holds a secret
            issuers: {a: {requests: [{type: "a b"}]}}             | /issuers/a/requests/0/type: Must be a media type
            issuers: {a: {requests: [{lifetimes: {access: -PT1M}}]}} | /issuers/a/requests/0/lifetimes/access: Must be longer
            """)
    void whatIsWrongIsNamedByItsPointer(String yaml, String error) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(OAuthConfigException.class)
                .hasMessageStartingWith(error);
    }
}
